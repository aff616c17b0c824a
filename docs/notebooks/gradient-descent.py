# %% [markdown]
# # Gradient descent from scratch
#
# Fit a line to three points with nothing but slopes: work them out, step against them, and see where the learning rate
# stops being a friend. The page on [gradient descent](../topics/gradient-descent.md) explains each step by hand,
# and the one on [linear regression](../applications/linear-regression.md) says where it leads.

# %%
import matplotlib.pyplot as plt
import numpy as np

inputs = np.array([1.0, 2.0, 3.0])
targets = np.array([2.0, 3.0, 5.0])

# %% [markdown]
# ## The loss and its gradient
#
# A line has two parameters, a weight and an intercept. With a column of ones beside the inputs, both stand in one
# vector, and the predictions of all points are one matrix product. The loss is the half mean squared error: half of the
# mean of the squared residuals.

# %%
# 3 rows, one for each point; 2 columns, one for each parameter
X = np.column_stack([inputs, np.ones(3)])


def loss(theta):
    residuals = X @ theta - targets
    return residuals @ residuals / (2 * len(targets))


def gradient(theta):
    return X.T @ (X @ theta - targets) / len(targets)


start = np.zeros(2)
print("loss", loss(start).round(5))
print("gradient", gradient(start).round(5))

# %% [markdown]
# ## Is the gradient right?
#
# Never trust a gradient that you typed. Move each parameter a little to both sides and divide the change of the loss by
# the way between them. For a quadratic loss this central difference has no error but rounding.

# %%
h = 1e-5
difference = [
    (loss(start + h * e) - loss(start - h * e)) / (2 * h)
    for e in np.eye(2)
]
print(
    "largest error below one in a billion:",
    np.abs(gradient(start) - difference).max() < 1e-9,
)

# %% [markdown]
# ## Descent
#
# The rule is one line:
#
# {{ descent.gradient_descent }}


# %%
def descend(rate, steps):
    theta, path = start, [start]
    for _ in range(steps):
        theta = theta - rate * gradient(theta)
        path.append(theta)
    return np.array(path)


for theta in descend(0.1, 3):
    print(theta.round(5), "loss", loss(theta).round(5))

# %% [markdown]
# The first step takes the loss from 6.33333 to 1.28259. The same three steps are worked out by hand on the page.

# %% [markdown]
# ## How far does it get?
#
# The lowest point of this loss is known: it solves the normal equations. The distance to it tells how far we are.

# %%
best = np.linalg.solve(X.T @ X, X.T @ targets)
path = descend(0.1, 200)
print("best", best.round(5), "loss", loss(best).round(5))
for k in (0, 10, 50, 100, 200):
    print(
        f"after {k:3} steps: {path[k].round(5)}, distance {np.linalg.norm(path[k] - best):.1e}"
    )

# %% [markdown]
# ## Three learning rates
#
# The eigenvalues of the Hessian are the curvatures of the loss along its two main directions. A rate below two divided
# by the largest curvature settles; a rate above it runs away, however small the error is at first.

# %%
curvatures = np.linalg.eigvalsh(X.T @ X / len(targets))
limit = 2 / curvatures[-1]
print("curvatures", curvatures.round(5))
print("limit", limit.round(5))

# %% alt="Loss above its minimum against steps, on a logarithmic scale. The rate 0.1 falls slowly, a rate of nine tenths of the limit falls faster, a rate just above the limit rises."
steps = np.arange(41)
for rate in (0.1, 0.9 * limit, 1.02 * limit):
    excess = [
        loss(theta) - loss(best) for theta in descend(rate, 40)
    ]
    plt.semilogy(steps, excess, label=f"rate {rate:.3f}")
plt.xlabel("steps")
plt.ylabel("loss above its minimum")
plt.legend()
plt.show()

# %% [markdown]
# ## Change one thing
#
# - Start at another place. Does the limit change? It should not: curvatures of a quadratic loss are the same everywhere.
# - Take away the mean of the inputs first. How far apart are the curvatures now, and what does that do to the steps?
# - Multiply the inputs by 10. Which learning rate works now?
