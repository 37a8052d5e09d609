# syntax=docker/dockerfile:1
# The image of jobbot: what the lock file lists, the program, compiled, and nothing else. tests/test_image.py runs these steps.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /src
RUN python -m venv /opt/jobbot
COPY requirements.lock ./
RUN /opt/jobbot/bin/pip install --no-cache-dir --no-compile --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY storage ./storage
COPY tools ./tools
COPY agent ./agent
COPY scheduler ./scheduler
COPY bot ./bot
RUN /opt/jobbot/bin/pip install --no-cache-dir --no-compile --no-deps --no-build-isolation .
# What only an installation needs goes again; of Google's descriptions of 500 services, if they are there, two are used.
RUN /opt/jobbot/bin/pip uninstall --yes setuptools pip \
    && find /opt/jobbot/lib -path '*/googleapiclient/discovery_cache/documents/*' ! -name 'gmail.*' ! -name 'calendar.*' -delete \
    && python -m compileall -q -j 0 /opt/jobbot/lib

FROM python:${PYTHON}-slim
COPY --from=build /opt/jobbot /opt/jobbot
ENV PATH=/opt/jobbot/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    JOBBOT_DATA_DIR=/data
RUN mkdir -m 700 /data
RUN chown 10001:10001 /data
USER 10001:10001
VOLUME /data
WORKDIR /data
# Whether the data can be used; a process that ended is started again by the restart policy.
HEALTHCHECK --interval=60s --timeout=20s --start-period=30s --retries=3 CMD ["jobbot", "doctor", "--quick"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["jobbot"]
CMD ["run"]
