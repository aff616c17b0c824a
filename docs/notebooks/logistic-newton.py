# %% [markdown]
# # Logistic regression and Newton’s method
#
# Fit a yes-or-no model twice: once with gradient descent, once with Newton’s method, which also uses curvature. The page
# on [Newton’s method](../topics/newton.md) explains the second, and the one on
# [loss-function optimization](../applications/loss-optimization.md) the model.

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## Two clouds that overlap
#
# Each row of the matrix is one example: two features and a one for the intercept. The labels are 0 and 1. A small penalty
# on the parameters keeps the lowest point from running away when the clouds can be told apart.

# %%
rng = np.random.default_rng(0)
n = 200
labels = np.repeat([0.0, 1.0], n // 2)
features = rng.normal(size=(n, 2)) + np.outer(labels, [1.5, 1.0])
X = np.column_stack([features, np.ones(n)])
penalty = 0.01
print(X.shape, labels.shape)

# %% [markdown]
# ## Loss, gradient and Hessian
#
# The loss of one example is a softplus minus the label times the logit. Its slope in the logit is probability minus
# label:
#
# {{ losses.binary_cross_entropy_logit_slope }}


# %%
def loss(theta):
    z = X @ theta
    return (
        np.mean(np.logaddexp(0, z) - labels * z)
        + penalty / 2 * theta @ theta
    )


def gradient(theta):
    p = 1 / (1 + np.exp(-X @ theta))
    return X.T @ (p - labels) / n + penalty * theta


def hessian(theta):
    p = 1 / (1 + np.exp(-X @ theta))
    return X.T @ (X * (p * (1 - p))[:, None]) / n + penalty * np.eye(
        3
    )


# %% [markdown]
# Both are checked against central differences, at a random point.

# %%
point, h = rng.normal(size=3), 1e-5
slopes = [
    (loss(point + h * e) - loss(point - h * e)) / (2 * h)
    for e in np.eye(3)
]
columns = [
    (gradient(point + h * e) - gradient(point - h * e)) / (2 * h)
    for e in np.eye(3)
]
print(
    "gradient agrees:",
    np.allclose(slopes, gradient(point), atol=1e-8),
)
print(
    "Hessian agrees: ",
    np.allclose(columns, hessian(point), atol=1e-8),
)

# %% [markdown]
# ## Newton
#
# Each step solves a linear system with the Hessian. It never inverts the matrix.

# %%
theta = np.zeros(3)
newton = [theta]
for k in range(6):
    print(
        f"{k}: loss {loss(theta):.8f}, gradient {np.linalg.norm(gradient(theta)):.0e}"
    )
    theta = theta - np.linalg.solve(hessian(theta), gradient(theta))
    newton.append(theta)
best = newton[-1]
print("parameters", best.round(4))

# %% [markdown]
# Near the end the length of the gradient is about squared by every step: the number of correct digits doubles.
#
# ## Gradient descent on the same loss
#
# The largest curvature of this loss is at most a quarter of the largest eigenvalue of the mean outer product, plus the
# penalty. One divided by this bound is a safe rate.

# %%
bound = np.linalg.eigvalsh(X.T @ X / n)[-1] / 4 + penalty
rate = 1 / bound
theta = np.zeros(3)
descent = [theta]
for _ in range(400):
    theta = theta - rate * gradient(theta)
    descent.append(theta)
print("rate", rate.round(4))
print(
    "all digits after 400 steps:",
    np.linalg.norm(theta - best) < 1e-12,
)

# %% alt="Distance to the best parameters against steps on a logarithmic scale. Newton falls to rounding within six steps along a curve that bends down; gradient descent falls on a straight line over hundreds of steps."
for name, path in {
    "gradient descent": descent,
    "Newton": newton,
}.items():
    distance = [
        max(np.linalg.norm(each - best), 1e-13) for each in path
    ]
    plt.semilogy(distance, label=name)
plt.xlabel("steps")
plt.ylabel("distance to the best")
plt.legend()
plt.show()

# %% [markdown]
# ## The border
#
# Where the logit is 0 the model is undecided. That is a straight line.

# %% alt="Two overlapping clouds of points and the straight border between them."
for label, color in ((0, "C0"), (1, "C1")):
    cloud = features[labels == label]
    plt.plot(
        cloud[:, 0],
        cloud[:, 1],
        ".",
        color=color,
        label=f"label {label}",
    )
edge = np.array([-2.5, 3.5])
plt.plot(edge, -(best[0] * edge + best[2]) / best[1], color="C3")
plt.xlim(-3, 5)
plt.ylim(-5, 4)
plt.xlabel("first feature")
plt.ylabel("second feature")
plt.legend(loc="lower left")
plt.show()

# %% [markdown]
# ## Change one thing
#
# - Set the penalty to 0 and move the clouds apart by a factor of 5. What happens to the parameters, and why?
# - Start Newton far away, at three times the best parameters, then at minus ten times. Does it still arrive?
# - Count operations: how much does one step of each method cost with a thousand features?
