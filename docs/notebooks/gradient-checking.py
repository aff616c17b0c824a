# %% [markdown]
# # Gradient checking and the step size
#
# A difference quotient checks a gradient, but only with the right step: too wide and the curve bends, too small and
# rounding wins. Find the best step by experiment, and see theory predict it. The quotients are introduced on the page
# about [partial derivatives](../topics/partials-gradient.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## Two quotients, one function
#
# The exponential at 1: its slope is known to the last digit.

# %%
x, exact = 1.0, np.exp(1.0)


def forward(h):
    return (np.exp(x + h) - np.exp(x)) / h


def central(h):
    return (np.exp(x + h) - np.exp(x - h)) / (2 * h)


for h in (1e-1, 1e-2, 1e-3):
    print(
        f"step {h}: forward {abs(forward(h) - exact):.1e}, central {abs(central(h) - exact):.1e}"
    )

# %% [markdown]
# A tenth of the step makes the forward error ten times smaller, and the central error a hundred times.
#
# ## The whole range
#
# Now go on to tiny steps. The function value has about 16 digits; a difference of nearly equal values keeps few of them.

# %% alt="Error of three difference quotients against the step, both logarithmic. Forward and central fall to the left until rounding takes over and they rise again, the central one to a lower floor; the complex step falls and stays at the level of rounding."
steps = np.logspace(-16, 0, 97)
errors = {
    "forward": [abs(forward(h) - exact) for h in steps],
    "central": [abs(central(h) - exact) for h in steps],
    "complex step": [
        abs(np.exp(x + 1j * h).imag / h - exact) for h in steps
    ],
}
for name, error in errors.items():
    plt.loglog(steps, np.maximum(error, 1e-16), label=name)
plt.xlabel("step")
plt.ylabel("error")
plt.ylim(1e-17, 1e6)
plt.legend(loc="upper center", ncol=2)
plt.show()

# %% [markdown]
# The third line steps into the complex plane and takes the imaginary part. Nothing is subtracted, so no digits are lost.
#
# ## What theory says
#
# The best step balances both errors. It has about the size of the root of the machine precision for the forward quotient
# and of its cube root for the central one.

# %%
eps = np.finfo(float).eps
for name, prediction in (
    ("forward", eps ** (1 / 2)),
    ("central", eps ** (1 / 3)),
):
    bumpy = np.array(errors[name])
    smooth = np.array(
        [
            bumpy[max(k - 4, 0) : k + 5].max()
            for k in range(len(steps))
        ]
    )
    best = steps[int(np.argmin(smooth))]
    print(
        f"{name}: predicted {prediction:.0e}, found within a factor of 10:",
        0.1 < best / prediction < 10,
    )

# %% [markdown]
# ## Single precision
#
# With 32 bits the machine precision is about half a billion times larger. The same step that was excellent is now useless.

# %%
x32, h32 = np.float32(1), np.float32(1e-6)
quotient = (np.exp(x32 + h32) - np.exp(x32 - h32)) / (2 * h32)
print(
    "64 bits: error below one in a billion:",
    abs(central(1e-6) - exact) < 1e-9,
)
print(
    "32 bits: error above one in a thousand:",
    abs(quotient - exact) > 1e-3,
)
print(
    "best step by theory",
    f"{np.finfo(np.float32).eps ** (1 / 3):.0e}",
)

# %% [markdown]
# ## A checker for gradients
#
# Relative errors compare slopes of any size. Here is a whole checker, with a gradient that is right and three that are
# wrong.

# %%
rng = np.random.default_rng(0)
X, y = rng.normal(size=(30, 4)), rng.normal(size=30)


def loss(w):
    return np.mean(np.logaddexp(0, -y * (X @ w)))


def check(gradient, w, h=1e-5):
    numeric = np.array(
        [
            (loss(w + h * e) - loss(w - h * e)) / (2 * h)
            for e in np.eye(len(w))
        ]
    )
    analytic = gradient(w)
    larger = np.maximum(np.abs(numeric), np.abs(analytic))
    return (
        np.abs(numeric - analytic) / np.where(larger > 0, larger, 1)
    ).max()


def right(w):
    return X.T @ (-y / (1 + np.exp(y * (X @ w)))) / len(y)


w = rng.normal(size=4)
print("right:", check(right, w) < 1e-7)
wrong = {
    "factor": lambda w: right(w) * len(y),
    "sign": lambda w: -right(w),
    "last slope forgotten": lambda w: right(w) * [1, 1, 1, 0],
}
for name, gradient in wrong.items():
    print(f"{name}: {check(gradient, w):.2f}")

# %% [markdown]
# ## A kink
#
# Near a kink the two sides see different slopes, and the check fails although the code is right.


# %%
def relu(z):
    return max(z, 0.0)


near = 1e-7
print(
    "by differences",
    (relu(near + 1e-5) - relu(near - 1e-5)) / 2e-5,
    "by code",
    1.0,
)

# %% [markdown]
# ## Change one thing
#
# - Check at a point where the slope is 0. What does the relative error say?
# - Add a large constant, such as a million, to the loss. Which step is best now?
# - Check only one random direction instead of every coordinate. Which of the three errors would that find?
