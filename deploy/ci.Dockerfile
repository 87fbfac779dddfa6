# 检查用的镜像，里面有要装的一切。在能上网的机器上，在库的根文件夹里做一次：
#   docker build -f deploy/ci.Dockerfile --target check -t kb-ci:check .
#   docker build -f deploy/ci.Dockerfile --target test -t kb-ci:test .
#   docker build -f deploy/ci.Dockerfile --target scripts -t kb-ci:scripts .
# requirements/、tools/js/ 改了，要再做一次。怎样拷到内网，见 deploy/README.md。
ARG BASE=debian:bookworm@sha256:813017f3d62be4b5891a7acca6a01bdcd4b8513daa81b1ab99d3a50385b26931
FROM ${BASE} AS check
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends ca-certificates curl git make python3-venv \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/kb
COPY Makefile pyproject.toml ./
COPY requirements requirements
COPY tools tools
RUN make wheelhouse FOR=--all && rm -rf .venv

# 浏览器、nginx、LibreOffice 和中文字体，测试要用。
FROM check AS test
RUN sh tools/system-packages.sh && rm -rf /var/lib/apt/lists/*

# 检查脚本要的包，都在 npm 的缓存里，用的时候不连网。
FROM ${BASE} AS scripts
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends ca-certificates git make npm \
 && rm -rf /var/lib/apt/lists/*
ENV npm_config_cache=/opt/kb/npm npm_config_prefer_offline=true
WORKDIR /opt/kb/js
COPY tools/js ./
RUN npm ci && rm -rf node_modules
