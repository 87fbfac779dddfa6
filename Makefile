# 市县政协实践库。`make help` 列出全部目标。
# DATA、DOCS、SITE 可以指向别的数据、手写页面和输出文件夹，例如：make site DATA=另一处/data SITE=另一处/site

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DATA ?= data
DOCS ?= docs
SITE ?= site
ADDRESS ?= 127.0.0.1:8000
# OFFLINE=1 从 wheelhouse/ 安装，不连网络（先在有网络的机器上 make wheelhouse）。
OFFLINE ?=
WHEELHOUSE ?= wheelhouse
# 替另一台机器下载，例如：make wheelhouse FOR="--system windows --python 3.11.9"；--all 连测试要的也下载。
FOR ?=
# Every package stands in a lock file with its hash, those that build ours too: pip looks for nothing else.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps $(if $(OFFLINE),--no-index --find-links $(WHEELHOUSE),)
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
export DATA DOCS SITE
# Material 在每次启动时预告停止维护；版本已经锁定，不必每次都说。
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help serve site check test lint types unit lint-js old-browsers second-engine bench bench-search mutants lock wheelhouse properdocs system clean

help: ## 列出全部目标
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

serve: $(VENV)/.site ## 生成并在 http://127.0.0.1:8000/ 预览，改动后自动更新
	@$(BIN)/python -m macros.site.program serve --dev-addr $(ADDRESS)

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

# Node 以外什么都不装到系统里；不在 make test 里，光是 Debian 没有 npm。
lint-js: tools/js/node_modules/.locked ## 检查脚本的写法和类型（要 Node 18.18 以上和 npm）
	npm --prefix tools/js exec -- eslint --config tools/js/eslint.config.js --max-warnings 0 docs/assets/javascripts
	npm --prefix tools/js exec -- tsc --project tools/js/tsconfig.core.json
	npm --prefix tools/js exec -- tsc --project tools/js/tsconfig.page.json

old-browsers: site tools/old-browsers/node_modules/.locked ## 在真正的 Chromium 86 和 80 里打开建好的网站（要 Node 和 npm，下载约 90 MB）
	npm --prefix tools/old-browsers run check

tools/old-browsers/node_modules/.locked: tools/old-browsers/package-lock.json tools/old-browsers/package.json tools/old-browsers/.npmrc
	cd tools/old-browsers && npm ci
	@touch $@

second-engine: site $(VENV)/.dev tools/second-engine/node_modules/.locked ## 用另一个引擎查网页有没有挡住读屏、键盘的地方（要 Node 和 npm）
	$(BIN)/python tools/second_engine.py $(SITE)

tools/second-engine/node_modules/.locked: tools/second-engine/package-lock.json tools/second-engine/package.json tools/second-engine/.npmrc
	cd tools/second-engine && npm ci
	@touch $@

tools/js/node_modules/.locked: tools/js/package-lock.json tools/js/package.json tools/js/.npmrc
	cd tools/js && npm ci
	@touch $@

bench: $(VENV)/.dev ## 与其他工具比较生成速度（要几分钟；BENCH="--sizes 1000,10000" 量更大的库）
	$(BIN)/python bench/build.py $(BENCH)
	$(BIN)/python bench/check.py
	@$(BIN)/kb build
	$(BIN)/python bench/load.py $(SITE)

bench-search: $(VENV)/.dev ## 比较检索的准确和快慢（要一个多小时；BENCH="--sizes real --only ours --misses" 只看自己没有找到的）
	$(BIN)/python bench/search.py $(BENCH)

mutants: $(VENV)/.dev $(VENV)/mutants/.tool ## 逐处弄坏核心的代码，看测试发现不发现（要几个小时；MUTANTS=model/titles.py 只看一个文件）
	$(BIN)/python tools/mutants.py $(MUTANTS)

# 浏览器测试要 Chromium 和中文字体，发布测试要 nginx，Word 测试要 LibreOffice。
system:
	@sh tools/system-packages.sh

lock: $(VENV)/.dev ## 重新锁定依赖的版本
	$(LOCK) pyproject.toml --extra cli --extra search --extra office --extra edit --extra desk -o requirements/site.txt
	$(LOCK) pyproject.toml --all-extras -o requirements/dev.txt
	$(LOCK) requirements/build.in -c requirements/site.txt -o requirements/build.txt
	$(LOCK) requirements/mutants.in -o requirements/mutants.txt
	$(LOCK) requirements/properdocs.in --no-deps -o requirements/properdocs.txt

wheelhouse: $(VENV)/.build ## 下载全部安装包，供不连网的机器使用
	$(BIN)/python tools/wheelhouse.py $(WHEELHOUSE) $(FOR)

properdocs: $(VENV)/.site $(VENV)/properdocs/.site ## 用 ProperDocs 再生成一遍，与 MkDocs 的输出比较
	$(BIN)/python tools/compare_builds.py $(BIN)/kb $(VENV)/properdocs/bin/kb

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.build: requirements/build.txt | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.site: requirements/site.txt pyproject.toml $(VENV)/.build
	$(INSTALL) --require-hashes -r requirements/site.txt
	$(INSTALL) --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.site
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

# An environment of its own, without MkDocs.
$(VENV)/properdocs/.site: private BIN := $(VENV)/properdocs/bin
$(VENV)/properdocs/.site: requirements/build.txt requirements/site.txt requirements/properdocs.txt pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)/properdocs
	$(INSTALL) --require-hashes -r requirements/build.txt -r requirements/site.txt
	$(BIN)/python -m pip uninstall --quiet --yes mkdocs
	$(INSTALL) --require-hashes -r requirements/properdocs.txt
	$(INSTALL) --no-build-isolation -e .
	@touch $@

# Cosmic Ray and what it needs, apart from what the project needs.
$(VENV)/mutants/.tool: private BIN := $(VENV)/mutants/bin
$(VENV)/mutants/.tool: requirements/mutants.txt | $(VENV)/bin/python
	$(PYTHON) -m venv --clear $(VENV)/mutants
	$(INSTALL) --require-hashes -r requirements/mutants.txt
	@touch $@

clean: ## 删去生成的文件和环境
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m macros.site.clear "$(SITE)"; fi
	rm -rf .cache .mypy_cache .ruff_cache .pytest_cache test-results *.egg-info tools/js/node_*
	@if [ -d wheelhouse ] && [ ! -L wheelhouse ]; then rm -f wheelhouse/*.whl; rmdir wheelhouse 2>/dev/null || echo "wheelhouse 里还有别的文件，没有动。"; fi
	@if [ -e "$(VENV)" ] && [ ! -f "$(VENV)/pyvenv.cfg" ]; then echo "“$(VENV)”不是 Python 的环境（没有 pyvenv.cfg），没有动它。" >&2; exit 1; fi
	@rm -rf "$(VENV)"
