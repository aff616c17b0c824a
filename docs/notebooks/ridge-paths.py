# %% [markdown]
# # Ridge paths
#
# A penalty on the squared length of the weights pulls them toward 0, in some directions more than in others. The singular
# values of the data say by how much. The page on [regularization](../applications/regularization.md) has the theory, and
# the product rules behind it stand on the page about [matrix calculus](../topics/matrix-calculus.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## Two features that say nearly the same
#
# Five features; the second is the first with a little noise. The weights that made the targets are known.

# %%
rng = np.random.default_rng(0)
n = 40
X = rng.normal(size=(n, 5))
X[:, 1] = X[:, 0] + 0.1 * rng.normal(size=n)
X -= X.mean(axis=0)
truth = np.array([1.0, 1.0, -2.0, 0.0, 0.5])
y = X @ truth + rng.normal(size=n)
y -= y.mean()
print("singular values", np.linalg.svd(X, compute_uv=False).round(2))

# %% [markdown]
# ## The solution, two ways
#
# The loss is the half mean squared error plus half the penalty times the squared length. Its gradient is 0 at the solution
# of a linear system. The same solution by singular values shows what happens: each direction is shrunk by a factor of
# its own.


# %%
def ridge(penalty):
    return np.linalg.solve(
        X.T @ X + n * penalty * np.eye(5), X.T @ y
    )


U, s, V = np.linalg.svd(X, full_matrices=False)


def factors(penalty):
    return s**2 / (s**2 + n * penalty)


def ridge_by_directions(penalty):
    return V.T @ (factors(penalty) * (U.T @ y) / s)


for penalty in (0.0, 0.01, 1.0):
    print(
        penalty, ridge(penalty).round(3), factors(penalty).round(3)
    )
print(
    "both ways agree:",
    np.allclose(ridge(0.1), ridge_by_directions(0.1)),
)

# %% [markdown]
# And the gradient of the penalized loss is 0 there, checked by differences.


# %%
def loss(w, penalty):
    return np.sum((X @ w - y) ** 2) / (2 * n) + penalty / 2 * w @ w


w, h = ridge(0.1), 1e-5
slopes = [
    (loss(w + h * e, 0.1) - loss(w - h * e, 0.1)) / (2 * h)
    for e in np.eye(5)
]
print("largest slope below 1e-9:", np.abs(slopes).max() < 1e-9)

# %% [markdown]
# ## The paths
#
# Each line is one weight, as the penalty grows from left to right.

# %% alt="Five weights against the penalty on a logarithmic scale. The first two, whose features nearly agree, come together early and share the effect; all weights approach zero for large penalties."
penalties = np.logspace(-4, 2, 61)
path = np.array([ridge(penalty) for penalty in penalties])
for j in range(5):
    plt.semilogx(penalties, path[:, j], label=f"weight {j + 1}")
plt.axhline(0, color="C5", lw=0.8)
plt.xlabel("penalty")
plt.ylabel("weight")
plt.ylim(-2.5, 3.5)
plt.legend(ncol=2, loc="upper right")
plt.show()

# %% [markdown]
# The weak direction is the difference of the first two weights. A small penalty already takes it away.

# %%
for penalty in (0.0, 0.01, 0.1):
    first, second = ridge(penalty)[:2]
    print(
        f"penalty {penalty:4}: sum {first + second:.3f}, difference {first - second:+.3f}"
    )

# %% [markdown]
# ## How much penalty?
#
# New data from the same source decide. The penalty adds an error of its own and takes away noise; somewhere between is
# the best.

# %%
X_new = rng.normal(size=(2000, 5))
X_new[:, 1] = X_new[:, 0] + 0.1 * rng.normal(size=2000)
error = [np.mean((X_new @ w - X_new @ truth) ** 2) for w in path]
best = int(np.argmin(error))
print(f"best penalty {penalties[best]:.3f}, error {error[best]:.4f}")
print(
    f"without penalty {np.mean((X_new @ ridge(0) - X_new @ truth) ** 2):.4f}"
)

# %% alt="Error on new data against the penalty on a logarithmic scale: flat for tiny penalties, lowest in between, high for large ones."
plt.loglog(penalties, error)
plt.xlabel("penalty")
plt.ylabel("error on new data")
plt.show()

# %% [markdown]
# ## Change one thing
#
# - Measure the first feature in other units: multiply its column by 100. Which weights change, apart from the first?
# - Give gradient descent on the loss without a penalty a fixed number of small steps, from zero. Which directions has it
#   not learned yet?
# - Shrink the noise of the targets. Where does the best penalty go?
