# The gate into C is private; its functions are typed where the package exports them.
from typing import Any

def __getattr__(name: str) -> Any: ...
