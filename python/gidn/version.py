# SPDX-License-Identifier: Apache-2.0
"""The version of the package. The build of the product writes the product's own here."""

VERSION = "0.dev0"
