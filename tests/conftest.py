import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root():
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def build():
    """The CMake build directory with the C library, the C examples and the Lua module in it."""
    return Path(os.environ["HTTPSTATUS_BUILD"])
