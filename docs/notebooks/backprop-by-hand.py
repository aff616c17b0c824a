# %% [markdown]
# # Backpropagation by hand, checked by JAX
#
# A network with two inputs, two hidden units and one output has nine parameters. Work out all nine slopes with the four
# equations of [backpropagation](../topics/backprop.md), then let automatic differentiation judge them.
# [Backpropagation end to end](../applications/backprop-end-to-end.md) goes on from here.

# %%
import jax
import jax.numpy as jnp
import numpy as np

# Double precision, as in NumPy.
jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## Forward
#
# The hidden layer has 2 rows and 2 columns of weights, the output layer one row of 2. Hidden units use the hyperbolic
# tangent, the output a sigmoid, and the loss is the cross-entropy.

# %%
W1, b1 = np.array([[1.0, -1.0], [0.5, 2.0]]), np.array([0.0, -1.0])
W2, b2 = np.array([2.0, -1.0]), 0.5
x, y = np.array([1.0, 0.5]), 1.0

z1 = W1 @ x + b1
h = np.tanh(z1)
z2 = W2 @ h + b2
p = 1 / (1 + np.exp(-z2))
loss = -np.log(p)
print("hidden", h.round(6))
print("prediction", p.round(6), "loss", loss.round(6))

# %% [markdown]
# ## Backward
#
# The error of a layer is the gradient in what goes into its activation function. At the output, sigmoid and cross-entropy
# match, and the error is prediction minus label. One step back, the weights are transposed and the slope of the
# activation function comes in, once.

# %%
delta2 = p - y
delta1 = W2 * delta2 * (1 - h**2)
by_hand = {
    "W1": np.outer(delta1, x),
    "b1": delta1,
    "W2": delta2 * h,
    "b2": delta2,
}
for name, slope in by_hand.items():
    print(name, np.round(slope, 6).tolist())

# %% [markdown]
# ## The judge
#
# JAX gets the loss as a function of the parameters and nothing else. It knows no layers, only elementary operations.


# %%
def loss_of(parameters):
    hidden = jnp.tanh(parameters["W1"] @ x + parameters["b1"])
    logit = parameters["W2"] @ hidden + parameters["b2"]
    return jnp.logaddexp(0, logit) - y * logit


judged = jax.grad(loss_of)({"W1": W1, "b1": b1, "W2": W2, "b2": b2})
for name, slope in by_hand.items():
    print(
        name, "agrees:", np.allclose(slope, judged[name], rtol=1e-12)
    )

# %% [markdown]
# ## Three errors, planted
#
# Each of these gives numbers of the right shape. Only a comparison finds them.

# %%
planted = {
    "no slope of tanh": np.outer(W2 * delta2, x),
    "slope at h, not at z": np.outer(
        W2 * delta2 * (1 - np.tanh(h) ** 2), x
    ),
    "inputs and errors swapped": np.outer(x, delta1),
}
for name, slope in planted.items():
    error = (
        np.abs(slope - judged["W1"]).max()
        / np.abs(judged["W1"]).max()
    )
    print(f"{name}: relative error {error:.2f}")

# %% [markdown]
# ## A whole batch
#
# With one example in each row, the errors of a batch are a matrix, and the gradients of all examples are added up by one
# matrix product.

# %%
rng = np.random.default_rng(0)
X, Y = rng.normal(size=(5, 2)), np.array([1.0, 0, 1, 1, 0])
H = np.tanh(X @ W1.T + b1)
P = 1 / (1 + np.exp(-(H @ W2 + b2)))
D2 = P - Y
D1 = np.outer(D2, W2) * (1 - H**2)
one_by_one = sum(
    np.outer(d, each) for d, each in zip(D1, X, strict=True)
)
print(
    "one product adds up all examples:",
    np.allclose(D1.T @ X, one_by_one),
)

# %% [markdown]
# ## Change one thing
#
# - Use the half squared error of the probability instead. Which line changes, and by which factor?
# - Set both rows of the hidden weights and of their biases to the same numbers, and both output weights too. What is true
#   of the two rows of the gradient, and what follows for training?
# - Add a second output. Which products become matrix products?
