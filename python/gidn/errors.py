# SPDX-License-Identifier: Apache-2.0
"""What goes wrong, in one sentence each."""

__all__ = ["GidnError"]


class GidnError(Exception):
    """Something that a person can mend; the text says what is wrong and what to do.

    Attributes:
        status: the exit status of the program ``gidn`` where it told so, else 2: 1 failed, 2 wrong input, 130 cancelled.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status
