"""Settings of all tests; its being here also lets them import `referee`, the packages beside it."""

from hypothesis import HealthCheck, settings

# A machine that is busy with other tests must not fail these for their pace.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
