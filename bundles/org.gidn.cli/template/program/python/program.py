"""A steel beam of a metre, held at one end: its mass, and how far a load moves the other end."""

import gidn


@gidn.evaluator
def beam(width, height):  # in mm, called like the variables in experiment.yaml
    return {"mass": 7.85e-3 * width * height, "deflection": 2e7 / (width * height**3)}


if __name__ == "__main__":
    beam.serve()
