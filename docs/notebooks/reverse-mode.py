# %% [markdown]
# # A reverse-mode engine in a hundred lines
#
# Automatic differentiation is bookkeeping: each number remembers what it was computed from and how to hand an adjoint
# back. Write the books once, and every program made of sums, products and a few functions has gradients. The chapter on
# the [chain rule](../topics/chain-rule.md) has the theory.

# %%
import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## The engine
#
# A value holds its number, its adjoint, and the values it came from, each with the local derivative. Going back, an
# adjoint is handed on times the local derivative, and *added* to what is there already: a value that is used twice gets
# two shares.


# %%
class Value:
    def __init__(self, number, parents=()):
        self.number = float(number)
        self.adjoint = 0.0
        self.parents = (
            parents  # pairs of a value and the local derivative
        )

    def __add__(self, other):
        other = as_value(other)
        return Value(
            self.number + other.number, ((self, 1.0), (other, 1.0))
        )

    def __mul__(self, other):
        other = as_value(other)
        product = self.number * other.number
        return Value(
            product, ((self, other.number), (other, self.number))
        )

    def __pow__(self, power):
        slope = power * self.number ** (power - 1)
        return Value(self.number**power, ((self, slope),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return as_value(other) - self

    def backward(self):
        order = []
        visit(self, order, set())
        for value in order:
            value.adjoint = 0.0
        self.adjoint = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.adjoint += value.adjoint * slope


def as_value(number):
    return number if isinstance(number, Value) else Value(number)


def visit(value, order, seen):
    """Parents first: a value comes after everything it was computed from."""
    if value not in seen:
        seen.add(value)
        for parent, _ in value.parents:
            visit(parent, order, seen)
        order.append(value)


def exp(value):
    number = np.exp(value.number)
    return Value(number, ((value, number),))


def log(value):
    return Value(np.log(value.number), ((value, 1 / value.number),))


def tanh(value):
    number = np.tanh(value.number)
    return Value(number, ((value, 1 - number**2),))


# %% [markdown]
# ## A first gradient

# %%
a, b = Value(2), Value(-3)
f = a * b + a**2
f.backward()
print("value", f.number, "slopes", a.adjoint, b.adjoint)

# %% [markdown]
# The slope in the first input is the second input plus twice the first: two paths, two shares.
#
# ## The small network
#
# The engine runs the network with two inputs, two hidden units and one output that goes through this course.


# %%
def network(w, log, exp, tanh):
    """The loss of the small network; w holds its nine parameters in order."""
    h1 = tanh(w[0] * 1 + w[1] * 0.5 + w[4])
    h2 = tanh(w[2] * 1 + w[3] * 0.5 + w[5])
    logit = w[6] * h1 + w[7] * h2 + w[8]
    return log(1 + exp(-logit))


numbers = [1, -1, 0.5, 2, 0, -1, 2, -1, 0.5]
parameters = [Value(number) for number in numbers]
loss = network(parameters, log, exp, tanh)
loss.backward()
print("loss", round(loss.number, 6))
print([round(float(value.adjoint), 6) for value in parameters])

# %% [markdown]
# ## The judge
#
# The same program, handed to JAX with its own functions.

# %%
judged = jax.grad(lambda w: network(w, jnp.log, jnp.exp, jnp.tanh))(
    jnp.array(numbers, float)
)
apart = max(
    abs(float(g) - value.adjoint)
    for g, value in zip(judged, parameters, strict=True)
)
print("largest difference below 1e-12:", apart < 1e-12)

# %% [markdown]
# ## It trains
#
# Thirty steps of gradient descent on this one example.

# %%
for step in range(31):
    loss = network(parameters, log, exp, tanh)
    loss.backward()
    if step % 10 == 0:
        print(f"step {step:2}: loss {loss.number:.6f}")
    parameters = [
        Value(value.number - 0.1 * value.adjoint)
        for value in parameters
    ]

# %% [markdown]
# ## Change one thing
#
# - Replace the sign that adds to an adjoint by a plain assignment. Which of the examples above goes wrong, and why not
#   all?
# - Add a function for the ReLU. What should the slope at 0 be?
# - Count the work: how many products does one backward pass do, compared with the forward pass?
