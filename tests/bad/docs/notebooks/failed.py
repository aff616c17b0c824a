# %% [markdown]
# # A notebook that fails
#
# The letter $q$ is unknown.

# %%
import numpy as np

# %%
ones = np.ones(3)
twos = 2 * ones
print(sigmoid(twos))
