# %% [markdown]
# # Principal components, three ways
#
# The direction in which data vary most is an eigenvector of their covariance, a singular vector of the centered data, and
# the place where power iteration ends. All three are the same direction, up to its sign. The page on
# [principal component analysis](../applications/pca.md) says why.

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## A tilted cloud
#
# Each row is one point with three features. Centering comes first.

# %%
rng = np.random.default_rng(0)
n = 300
mixing = np.array(
    [[3.0, 1.0, 0.5], [0.0, 1.0, 0.4], [0.0, 0.0, 0.3]]
)
data = rng.normal(size=(n, 3)) @ mixing + [5, -2, 1]
X = data - data.mean(axis=0)
S = X.T @ X / n
print(S.round(3))

# %% [markdown]
# ## One: eigenvectors of the covariance

# %%
variances, directions = np.linalg.eigh(S)
variances, directions = (
    variances[::-1],
    directions[:, ::-1],
)  # largest first
print("variances", variances.round(4))
print(
    "first direction",
    (directions[:, 0] * np.sign(directions[0, 0])).round(4),
)
print("shares", (variances / variances.sum()).round(4))

# %% [markdown]
# ## Two: singular vectors of the data
#
# The squares of the singular values, divided by the number of points, are the same variances. The covariance is never
# formed, and no digits are lost by squaring.

# %%
U, s, V = np.linalg.svd(X, full_matrices=False)
print("variances agree:", np.allclose(s**2 / n, variances))
print(
    "directions agree:",
    np.allclose(np.abs(np.sum(V.T * directions, axis=0)), 1),
)

# %% [markdown]
# ## Three: power iteration
#
# Multiply by the covariance and normalize. Each round shrinks the wrong part by the ratio of the second variance to the
# first.

# %%
u = np.ones(3) / np.sqrt(3)
first, wrong = directions[:, 0], []
for _ in range(8):
    wrong.append(np.linalg.norm(u - (first @ u) * first))
    u = S @ u
    u = u / np.linalg.norm(u)
ratios = np.array(wrong[1:]) / np.array(wrong[:-1])
print("wrong part", [f"{each:.0e}" for each in wrong])
print(
    "last ratio",
    ratios[-1].round(4),
    "variances",
    (variances[1] / variances[0]).round(4),
)

# %% [markdown]
# ## Why an eigenvector: the gradient agrees
#
# The variance along a direction is a quadratic form. On the unit sphere its slope is what remains of the gradient when the
# part along the direction is taken away. At an eigenvector nothing remains.


# %%
def slope_on_the_sphere(u):
    gradient = 2 * S @ u
    return gradient - (gradient @ u) * u


for k in range(3):
    left = np.linalg.norm(slope_on_the_sphere(directions[:, k]))
    print(f"direction {k + 1}: nothing remains:", left < 1e-12)
print(
    "elsewhere:",
    np.linalg.norm(
        slope_on_the_sphere(np.ones(3) / np.sqrt(3))
    ).round(3),
)

# %% [markdown]
# ## Most variance is least error
#
# Keep the first direction and drop the rest. The mean squared distance to the line is the sum of the variances that were
# dropped.

# %%
on_line = np.outer(X @ first, first)
error = np.mean(np.sum((X - on_line) ** 2, axis=1))
print(
    "error", error.round(6), "dropped", variances[1:].sum().round(6)
)

# %% alt="The cloud seen in its first two features, with the first principal direction as a line through its center and the second, shorter, across it."
plt.plot(X[:, 0], X[:, 1], ".", ms=3)
for k, color in ((0, "C1"), (1, "C2")):
    tip = 2 * np.sqrt(variances[k]) * directions[:2, k]
    plt.plot(
        [-tip[0], tip[0]],
        [-tip[1], tip[1]],
        color=color,
        label=f"direction {k + 1}",
    )
plt.gca().set_aspect("equal")
plt.xlabel("first feature")
plt.ylabel("second feature")
plt.legend()
plt.show()

# %% [markdown]
# ## Change one thing
#
# - Forget to center. Which direction comes first now?
# - Multiply the third feature by 20. What does the first direction become, and what does that say about units?
# - Make the two largest variances nearly equal. What happens to power iteration, and what to the direction?
