# 市县政协实践库。`make help` 列出全部目标。
# DATA、DOCS、SITE 可以指向别的数据、手写页面和输出文件夹，例如：make site DATA=另一处/data SITE=另一处/site

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= data
DOCS ?= docs
SITE ?= site
ADDRESS ?= 127.0.0.1:8000
# OFFLINE=1 从 wheelhouse/ 安装，不连网络（先在有网络的机器上 make wheelhouse）。
OFFLINE ?=
PIP_FROM := $(if $(OFFLINE),--no-index --find-links wheelhouse,)
export DATA DOCS SITE
# Material 在每次启动时预告停止维护；版本已经锁定，不必每次都说。
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help serve site check test lint types unit bench bench-search lock wheelhouse system clean

help: ## 列出全部目标
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

serve: $(VENV)/.site ## 生成并在 http://127.0.0.1:8000/ 预览，改动后自动更新
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

site: $(VENV)/.site ## 生成网站到 site/
	@$(BIN)/kb build

check: $(VENV)/.site ## 只检查数据和手写页面，列出全部问题
	@$(BIN)/kb check

test: $(VENV)/.dev system lint types unit ## 运行 CI 的全部检查，包括真实浏览器

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/pytest -n 2 --dist loadgroup

bench: $(VENV)/.dev ## 与其他工具比较生成速度（要几分钟；BENCH="--sizes 1000,10000" 量更大的库）
	$(BIN)/python bench/build.py $(BENCH)
	@$(BIN)/kb build
	$(BIN)/python bench/load.py $(SITE)

bench-search: $(VENV)/.dev ## 比较检索的准确和快慢（要几分钟）
	$(BIN)/python bench/search.py

# 浏览器测试要 Chromium 和中文字体，发布测试要 nginx，Word 测试要 LibreOffice。
system:
	@sh tools/system-packages.sh

lock: $(VENV)/.dev ## 重新锁定依赖的版本
	$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra cli --extra search --extra office --extra edit -o requirements/site.txt
	$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --all-extras -o requirements/dev.txt

wheelhouse: $(VENV)/.site ## 下载全部安装包，供不连网的机器使用
	$(BIN)/pip download --require-hashes --only-binary :all: -d wheelhouse -r requirements/site.txt
	$(BIN)/pip download --only-binary :all: -d wheelhouse 'setuptools>=77,<83' wheel

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes $(PIP_FROM) -r requirements/site.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps $(PIP_FROM) -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes $(PIP_FROM) -r requirements/dev.txt
	@touch $@

clean: ## 删去生成的文件和环境
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m macros.site.clear "$(SITE)" || true; fi
	rm -rf $(VENV) wheelhouse .cache .mypy_cache .ruff_cache .pytest_cache test-results *.egg-info
