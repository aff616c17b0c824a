# %% [markdown]
# # An optimizer race on a ravine
#
# A ravine is steep across and flat along. Watch plain gradient descent bounce, momentum swing through, and Adam walk as
# if the ravine were round. The rules stand on the page about
# [momentum and Adam](../topics/sgd-momentum-adam.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## The ravine
#
# Half a weighted sum of squares: curvature 1 along the ravine, 50 across it. The lowest point is the origin.

# %%
curvature = np.array([1.0, 50.0])
start = np.array([-8.0, 1.0])


def value(x):
    return curvature @ x**2 / 2


def gradient(x):
    return curvature * x


print("start", value(start), "gradient", gradient(start))

# %% [markdown]
# ## Four rules
#
# Each rule is a function of the gradient and of what it remembers; all remember in place.


# %%
def plain(rate):
    return lambda g, memory, t: rate * g


def momentum(rate, beta):
    def step(g, memory, t):
        memory["v"] = beta * memory.get("v", 0) + g
        return rate * memory["v"]

    return step


def rmsprop(rate, beta, eps=1e-8):
    def step(g, memory, t):
        memory["s"] = beta * memory.get("s", 0) + (1 - beta) * g**2
        return rate * g / (np.sqrt(memory["s"]) + eps)

    return step


def adam(rate, beta1, beta2, eps=1e-8):
    def step(g, memory, t):
        memory["m"] = beta1 * memory.get("m", 0) + (1 - beta1) * g
        memory["s"] = beta2 * memory.get("s", 0) + (1 - beta2) * g**2
        mean, square = (
            memory["m"] / (1 - beta1**t),
            memory["s"] / (1 - beta2**t),
        )
        return rate * mean / (np.sqrt(square) + eps)

    return step


def race(rule, steps=120):
    x, memory, path = start, {}, [start]
    for t in range(1, steps + 1):
        x = x - rule(gradient(x), memory, t)
        path.append(x)
    return np.array(path)


# %% [markdown]
# ## The best constants, by theory
#
# For a quadratic with known curvatures, the best rate of gradient descent is 2 divided by the sum of the smallest and
# the largest. Momentum has best constants too; they come from the square roots of the curvatures.

# %%
low, high = curvature
best_rate = 2 / (low + high)
root = np.sqrt(high / low)
best_beta = ((root - 1) / (root + 1)) ** 2
best_momentum_rate = (2 / (np.sqrt(low) + np.sqrt(high))) ** 2
print("gradient descent: rate", best_rate.round(5))
print(
    "momentum: rate",
    best_momentum_rate.round(5),
    "beta",
    best_beta.round(5),
)

# %%
runs = {
    "gradient descent": race(plain(best_rate)),
    "momentum": race(momentum(best_momentum_rate, best_beta)),
    "RMSProp": race(rmsprop(0.2, 0.9)),
    "Adam": race(adam(0.5, 0.9, 0.999)),
}
for name, path in runs.items():
    print(
        f"{name:16} after 60: {value(path[60]):.1e}, after 120: {value(path[120]):.1e}"
    )

# %% alt="Loss against steps on a logarithmic scale for four optimizers. Momentum falls fastest and steadily; gradient descent falls on a gentler straight line; RMSProp falls at first, then jumps up and down without settling; Adam falls in waves."
for name, path in runs.items():
    plt.semilogy([max(value(x), 1e-12) for x in path], label=name)
plt.xlabel("steps")
plt.ylabel("value")
plt.ylim(1e-13, 1e8)
plt.legend(loc="upper right", ncol=2)
plt.show()

# %% [markdown]
# RMSProp does not settle: the gradient is divided by its own recent size, so the steps do not shrink with it, and the
# point leaps back and forth across the bottom. How far up and down does the value go? A learning rate that shrinks calms
# it: here the rate falls steadily to zero.

# %%
rattle = [value(x) for x in runs["RMSProp"][60:]]
print(
    f"RMSProp from step 60 to 120: lowest {min(rattle):.1e}, highest {max(rattle):.1e}"
)
fading = race(
    lambda g, memory, t: (
        (1 - t / 121) * rmsprop(0.2, 0.9)(g, memory, t)
    )
)
print(
    f"with a rate that shrinks, after 120: {value(fading[120]):.1e}"
)

# %% alt="Paths on the ravine, seen from above. Gradient descent zigzags across, momentum swings around the bottom, Adam cuts diagonally."
for name in ("gradient descent", "momentum", "Adam"):
    path = runs[name][:40]
    plt.plot(path[:, 0], path[:, 1], ".-", lw=1, label=name)
plt.xlabel("along the ravine")
plt.ylabel("across")
plt.ylim(-6, 3)
plt.legend(loc="lower right")
plt.show()

# %% [markdown]
# ## Turn the ravine
#
# Adam scales each coordinate by itself. Turned by 45 degrees, the ravine lies along no coordinate, and the scales see
# only a mixture. Gradient descent and momentum cannot tell the difference.

# %%
turn = np.array([[1.0, -1.0], [1.0, 1.0]]) / np.sqrt(2)
rules = {
    "gradient descent": plain(best_rate),
    "momentum": momentum(best_momentum_rate, best_beta),
    "Adam": adam(0.5, 0.9, 0.999),
}
for name, rule in rules.items():
    x, memory = turn @ start, {}
    for t in range(1, 121):
        x = x - rule(turn @ gradient(turn.T @ x), memory, t)
    print(
        f"{name:16} straight {value(runs[name][120]):.1e}, turned {value(turn.T @ x):.1e}"
    )

# %% [markdown]
# ## Change one thing
#
# - Raise the curvature across to 5000. Which rules need new constants?
# - Give Adam a rate that falls as one over the root of the step. Where does the race end now?
# - Add a little noise to every gradient. Which rule suffers most?
