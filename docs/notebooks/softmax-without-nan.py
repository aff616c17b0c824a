# %% [markdown]
# # Softmax and cross-entropy without NaN
#
# Typed as in a textbook, softmax and its loss break for logits that a network meets on its first day. Three small changes
# make them safe, and calculus shows why nothing else changes. The formulas stand on the page about
# [loss functions](../topics/losses.md).

# %%
import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
np.seterr(
    over="ignore", divide="ignore", invalid="ignore"
)  # we look at the accidents
logits = {
    "small": np.array([2.0, 1.0, 0.0]),
    "large": np.array([1000.0, 0.0, -1000.0]),
}

# %% [markdown]
# ## As in the textbook


# %%
def naive_softmax(z):
    return np.exp(z) / np.exp(z).sum()


def naive_loss(z, label):
    return -np.log(naive_softmax(z)[label])


for name, z in logits.items():
    print(
        name,
        naive_softmax(z).round(4),
        [float(naive_loss(z, k).round(4)) for k in range(3)],
    )

# %% [markdown]
# The exponential of 1000 is larger than any number of 64 bits. Infinity divided by infinity is not a number, and one NaN
# in a gradient ruins every weight.
#
# ## First change: take away the largest logit
#
# Softmax does not change when the same number is taken from all logits. Take the largest: then no exponent is positive.


# %%
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


for name, z in logits.items():
    print(name, softmax(z).round(4))
print(
    "same where both work:",
    np.allclose(
        softmax(logits["small"]), naive_softmax(logits["small"])
    ),
)

# %% [markdown]
# The loss is still not safe: a probability may be rounded to 0, and its logarithm is minus infinity.

# %%
print(-np.log(softmax(logits["large"])))

# %% [markdown]
# ## Second change: never form the probability
#
# The logarithm of softmax is the logit minus the logarithm of a sum of exponentials. No probability is formed, so none is
# rounded to 0. When one logit leads by far, the loss of a class is how far its own logit lies below that one.


# %%
def log_softmax(z):
    shifted = z - z.max()
    return shifted - np.log(np.exp(shifted).sum())


for name, z in logits.items():
    print(name, (0 - log_softmax(z)).round(4))

# %% [markdown]
# ## Third change: the gradient by its formula
#
# The slope of the loss in the logits is probability minus label. It is between minus one and one, whatever the logits
# are:
#
# {{ losses.cross_entropy_logit_gradient }}


# %%
def gradient(z, label):
    return softmax(z) - np.eye(len(z))[label]


def judge(z, label):
    return -jax.nn.log_softmax(z)[label]


for name, z in logits.items():
    agrees = [
        np.allclose(gradient(z, k), jax.grad(judge)(z, k))
        for k in range(3)
    ]
    print(
        name,
        gradient(z, 2).round(4),
        "agrees with JAX:",
        all(agrees),
    )

# %% [markdown]
# ## Two classes
#
# For a yes-or-no model the sum of exponentials has two terms, and its logarithm is called softplus. Taking away the larger
# term makes it safe on both sides.


# %%
def binary_loss(z, label):
    return (
        np.maximum(z, 0) - z * label + np.log1p(np.exp(-np.abs(z)))
    )


for z in (-1000.0, -1.0, 0.0, 1000.0):
    print(
        f"logit {z:7}: label 0 {binary_loss(z, 0):9.4f}, label 1 {binary_loss(z, 1):9.4f}"
    )

# %% [markdown]
# ## A guard does not help
#
# It is tempting to keep the textbook form and to pick another branch where it breaks. The value is then right. But
# automatic differentiation goes through both branches: the one not taken has an infinite slope, and zero times infinity
# is not a number.


# %%
def guarded(z):
    return jnp.where(z > 100, z, jnp.log1p(jnp.exp(z)))


print(
    "guarded:", guarded(1000.0), "slope", jax.grad(guarded)(1000.0)
)
print(
    "safe:   ",
    jax.nn.softplus(1000.0),
    "slope",
    jax.grad(jax.nn.softplus)(1000.0),
)

# %% [markdown]
# ## Change one thing
#
# - Use 32 bits. From which logit on does the textbook form break?
# - Divide the logits by a temperature that goes to 0. What do softmax, the loss and the gradient go to?
# - Replace the function for small arguments in the last cell by a plain logarithm of a sum. Which digits are lost?
