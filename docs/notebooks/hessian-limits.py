# %% [markdown]
# # Curvature sets the limit of the learning rate
#
# The largest eigenvalue of the Hessian decides which learning rates work, and its smallest how long they take. Measure
# both on a loss whose Hessian you never write down. The page on the [Hessian](../topics/hessian.md) has the theory.

# %%
import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## A loss that is not quadratic
#
# Twenty points on a wave, and a small network with one hidden layer of eight units. All 25 parameters stand in one
# vector.

# %%
rng = np.random.default_rng(0)
inputs = np.linspace(-2, 2, 20)
targets = np.sin(2 * inputs)


def loss(theta):
    w, b, v, c = theta[:8], theta[8:16], theta[16:24], theta[24]
    predictions = jnp.tanh(inputs[:, None] * w + b) @ v + c
    return jnp.mean((predictions - targets) ** 2) / 2


gradient = jax.jit(jax.grad(loss))
start = jnp.array(rng.normal(size=25) * 0.5)
print("parameters", start.size, "loss", round(float(loss(start)), 4))

# %% [markdown]
# ## Curvature along a direction, without a matrix
#
# A Hessian times a vector is the slope of the gradient along that vector. It costs about as much as two gradients.
# Power iteration then finds the eigenvalue of the largest size: multiply, normalize, repeat.


# %%
@jax.jit
def hessian_times(theta, v):
    return jax.jvp(jax.grad(loss), (theta,), (v,))[1]


def largest_curvature(theta, rounds=200):
    v = jnp.ones_like(theta) / np.sqrt(theta.size)
    for _ in range(rounds):
        v = hessian_times(theta, v)
        v = v / jnp.linalg.norm(v)
    return float(v @ hessian_times(theta, v))


by_iteration = largest_curvature(start)
by_matrix = np.linalg.eigvalsh(jax.hessian(loss)(start))
print("by power iteration", round(by_iteration, 6))
print("by the whole matrix", by_matrix[-1].round(6))
print(
    "negative curvatures at the start:", int((by_matrix < 0).sum())
)

# %% [markdown]
# At this start the loss curves down in some directions: it is not convex.
#
# ## A quadratic obeys the limit exactly
#
# Near a point the loss is nearly its quadratic model. Take the Hessian of the network as the matrix of a quadratic and
# keep its positive part. A rate just below 2 divided by the largest curvature settles, one just above runs away.

# %%
values, vectors = np.linalg.eigh(jax.hessian(loss)(start))
A = vectors @ np.diag(np.maximum(values, 0)) @ vectors.T
limit = 2 / values[-1]
print("limit", limit.round(4))
for share in (0.9, 0.98, 1.02):
    x = vectors[:, -1]
    for _ in range(100):
        x = x - share * limit * (A @ x)
    print(
        f"rate {share:.2f} of the limit: size after 100 steps {np.linalg.norm(x):.2g}"
    )

# %% [markdown]
# ## What training does to the curvature
#
# Now train the network itself and measure the largest curvature on the way.

# %%
rate, theta = 0.15, start
losses, curvatures = [], []
for step in range(1501):
    if step % 25 == 0:
        losses.append(float(loss(theta)))
        curvatures.append(largest_curvature(theta, rounds=40))
    theta = theta - rate * gradient(theta)
print("loss at the end", round(losses[-1], 3))
print(
    "largest curvature at the end",
    round(curvatures[-1], 1),
    "limit",
    round(2 / rate, 1),
)

# %% alt="The largest curvature of the loss against training steps, and the dashed limit for this learning rate. The curvature stays below the limit."
plt.plot(
    25 * np.arange(len(curvatures)),
    curvatures,
    label="largest curvature",
)
plt.axhline(
    2 / rate, color="C1", ls="--", label="2 divided by the rate"
)
plt.xlabel("steps")
plt.ylabel("curvature")
plt.legend()
plt.show()

# %% [markdown]
# Where the curvature stays below the dashed line, gradient descent is stable. Large networks are often seen to climb up to
# that line and to stay near it.
#
# ## Change one thing
#
# - Raise the rate until training fails. How large is the limit then, compared with the curvature along the way?
# - Measure the smallest eigenvalue too, from the whole matrix. How many steps does its direction need?
# - Scale the targets by 10. What happens to the curvature, and to the rate that works?
