"""Large inputs of a linear map made small before they are rounded to bytes, and its weights as much larger.

A map's input is rounded to 256 steps between its smallest and its largest value, window by window. A few channels reach
ten times as far as the rest, so the rest had a tenth of the steps. Dividing those channels by a number and multiplying
the weights that read them by the same changes nothing in floats, and the weights, which are rounded row by row, bear it
(Xiao et al. 2023, "SmoothQuant"; here only the channels beyond a limit, the limit chosen for each map by what comes out).
"""

import copy
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from data import Window
from network import WIDTH, Reader

# Layers from below whose widest input is worth it: shrinking takes time.
LOWER = 4
# Channels that may be made smaller: as many of the largest, down to the next.
LIMITS = (1, 2, 3, 5, 8, 16, 32, 64, 128)
INPUTS = ("ids", "case", "quoted", "first", "may")


class Smooth(nn.Module):
    """A linear map that shrinks its input's channels first."""

    def __init__(self, linear: nn.Linear, shrink: Tensor) -> None:
        super().__init__()
        self.grow = nn.Parameter(1 / shrink)
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= shrink

    def forward(self, values: Tensor) -> Tensor:
        return self.linear(values * self.grow)


@torch.no_grad()
def smoothed(network: Reader, windows: Iterable[Window]) -> Reader:
    """A copy that computes the same and loses less as bytes. Only a dozen windows of training text are looked at."""
    network = copy.deepcopy(network).eval()
    inputs = inputs_of_maps(network, windows)
    for index, layer in enumerate(network.layers):
        for name in ("inner", "outer") if index < LOWER else ("inner",):
            linear = getattr(layer, name)
            setattr(layer, name, Smooth(linear, best_shrink(linear, inputs[index, name])))
        # The input of this one is a mean of values, so the values can be made smaller themselves, at no cost.
        shrink, values = best_shrink(layer.attended, inputs[index, "attended"]), layer.query_key_value
        values.weight[2 * WIDTH :] /= shrink[:, None]
        values.bias[2 * WIDTH :] /= shrink
        layer.attended.weight *= shrink
    return network


def inputs_of_maps(network: Reader, windows: Iterable[Window]) -> dict[tuple[int, str], list[Tensor]]:
    """By layer and map, what each window [T, channels] brings it."""
    seen: dict[tuple[int, str], list[Tensor]] = {}
    hooks = [
        linear.register_forward_pre_hook(lambda _, values, key=(index, name): seen.setdefault(key, []).append(values[0][0]))
        for index, layer in enumerate(network.layers)
        for name, linear in layer.named_children()
        if isinstance(linear, nn.Linear)
    ]
    for window in windows:
        network(**{name: torch.tensor([window[name]]) for name in INPUTS})
    for hook in hooks:
        hook.remove()
    return seen


def best_shrink(linear: nn.Linear, inputs: list[Tensor]) -> Tensor:
    """[channels] what to divide each by, that the map's outputs differ least from those of floats."""
    reach = torch.stack([values.abs().amax(0) for values in inputs]).amax(0)
    ordered = reach.sort(descending=True).values
    choices = [torch.ones_like(reach), *((reach / ordered[limit]).clamp(min=1) for limit in LIMITS)]

    def lost(shrink: Tensor) -> float:
        weights = rounded_weights(linear.weight * shrink)
        differences = (rounded(values / shrink) @ weights.T - values @ linear.weight.T for values in inputs)
        return sum(float(difference.square().sum()) for difference in differences)

    return min(choices, key=lost)


def rounded(values: Tensor) -> Tensor:
    """As ONNX's DynamicQuantizeLinear rounds: 256 steps, zero one of them."""
    least, most = values.min().clamp(max=0), values.max().clamp(min=0)
    step = ((most - least) / 255).clamp(min=1e-9)
    zero = (-least / step).round()
    return ((values / step).round() + zero).clamp(0, 255).sub(zero) * step


def rounded_weights(weights: Tensor) -> Tensor:
    """[out, in] as `export.py` has them: 7 bits, a step for each row."""
    step = weights.abs().amax(1, keepdim=True).clamp(min=1e-9) / 64
    return (weights / step).round() * step
