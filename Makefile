# What a person types. Each target does what its name says and nothing that is not shown.
#
#   make deps        install the system libraries (Debian and Ubuntu)
#   make build       the release binary, .build/release/diorama
#   make demo        a small driving dataset with every label, checked, with pictures
#   make test        all tests, in release
#   make lint        formatting and the rules of the architecture
#   make conformance open our output with other people's loaders (needs Python)
#   make recipes     the first sequence of every recipe, small, with every check
#   make gallery     one contact sheet for every recipe in scenes/, and one of all actors from four sides
#   make bench       speed of rendering, writing, rays (SCENE=, CAMERAS=) and sound, and how cost grows

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build

DIORAMA := .build/release/diorama
# Debug information would double the size of what is built and add a tenth to the time.
SWIFT_FLAGS := -c release -debug-info-format none
# No test looks behind the package's access; without the flag everything would be built twice, once for tests alone.
SWIFT_TEST := swift test $(SWIFT_FLAGS) --disable-testable-imports
APT_PACKAGES := libpng-dev libdeflate-dev libblas-dev libturbojpeg0-dev libsndfile1-dev flite1-dev
RECIPES := $(wildcard scenes/*.yaml scenes/*/*.yaml)
TEMPLATES := $(wildcard templates/*.yaml)
# These `conformance-data` makes with every check; the other recipes are for `recipes`.
CHECKED_ELSEWHERE := scenes/demo.yaml scenes/indoor/floor_plan.yaml scenes/indoor/structured3d.yaml \
  scenes/indoor/questions.yaml $(wildcard scenes/audio/*.yaml)
# Of these one sample is made thrice more and compared, as of those that are checked elsewhere: a recipe of each kind of
# world and sensor.
WITH_TWINS := scenes/tabletop.yaml scenes/driving/from-map.yaml scenes/driving/birdseye.yaml \
  scenes/indoor/chaos.yaml scenes/indoor/panorama.yaml scenes/indoor/people.yaml
# What is written of captions, expressions and questions.
WORD_FORMATS := coco-captions refcoco vqa2 clevr gqa multimodal-messages llava
# What is written of recordings.
SOUND_FORMATS := dcase-seld dcase-sed jams librispeech textgrid rttm kaldi nemo lhotse audiofolder esc-50 urbansound8k \
  common-voice musan voxceleb librimix webdataset
SOUND_RECIPES := $(patsubst scenes/audio/%.yaml,%,$(wildcard scenes/audio/*.yaml))
CONFORMANCE_VENV := .build/conformance-venv
CONFORMANCE_DATA := .build/conformance-data
ROADS_VENV := .build/conformance-roads-venv

.PHONY: build demo test lint format conformance conformance-data conformance-loaders conformance-roads recipes gallery bench deps \
  deps-conformance clean

build:
	swift build $(SWIFT_FLAGS) --product diorama

# The closing lines of swift test come last, so that they are what stays on the screen.
test: deps
	$(SWIFT_TEST)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift
	$(SWIFT_TEST) --filter ArchitectureTests

format:
	swift format --in-place --recursive Sources Tests Package.swift

demo: deps build
	rm -rf outputs/demo
	$(DIORAMA) generate scenes/demo.yaml -n 24 --format coco --format kitti --format yolo -o outputs/demo --check all
	$(DIORAMA) validate outputs/demo
	for k in 0 8 16; do $(DIORAMA) preview scenes/demo.yaml --index $$k -o outputs/demo/preview-$$k.png; done
	@echo
	@echo "Look at:"
	@echo "  outputs/demo/preview-0.png      every label of one sample, on one sheet (also -8, -16)"
	@echo "  outputs/demo/samples/           the native dataset: maps, boxes, masks, keypoints, tracks"
	@echo "  outputs/demo/formats/           the same as COCO, KITTI and YOLO"
	@echo "  outputs/demo/checks.json        what the checks looked at, and found"
	@echo "  outputs/demo/statistics.json    pixels and objects a class"
	@echo "  outputs/demo/manifest.json      recipe, seed, and the SHA-256 of every file"

gallery: build
	mkdir -p outputs/gallery
	for recipe in $(RECIPES); do \
	  echo "$$recipe"; \
	  $(DIORAMA) preview "$$recipe" -o "outputs/gallery/$$(basename "$$recipe" .yaml).png"; \
	done
	$(DIORAMA) list assets --actors --sides 4 --cell 320 --sheet outputs/gallery/actors.png
	@echo "Look at outputs/gallery/"

# SCENE and CAMERAS name a glTF scene and its camera path.
bench: build
	@test -n "$(SCENE)" -a -n "$(CAMERAS)" || { echo "make bench SCENE=FILE.glb CAMERAS=FILE.json" >&2; exit 64; }
	$(DIORAMA) bench render --scene $(SCENE) --cameras $(CAMERAS)
	for encoder in diorama libpng; do \
	  $(DIORAMA) bench write --scene $(SCENE) --cameras $(CAMERAS) --encoder $$encoder; \
	done
	$(DIORAMA) bench rays --scene $(SCENE) --cameras $(CAMERAS)
	$(DIORAMA) bench scaling
	for method in images hybrid; do $(DIORAMA) bench acoustics --method $$method --workers 1; done
	DIORAMA_MEASURE=1 $(SWIFT_TEST) --filter PNGSpeedTests

conformance: build conformance-loaders conformance-data recipes
	$(MAKE) --no-print-directory -j$$(nproc) --output-sync opened
	$(MAKE) --no-print-directory conformance-roads

# The first sequence of every recipe, small (and of a shape that panoramas can have), and some texts of every template,
# with every check: each by one worker, as many at once as there are processors.
recipes: build
	$(MAKE) --no-print-directory -j$$(nproc) --output-sync \
	  $(addprefix check/,$(filter-out $(CHECKED_ELSEWHERE),$(RECIPES)) $(TEMPLATES))

check/scenes/%: SMALL = -n 2 --set cameras.0.width=320 --set cameras.0.height=160
# Streets share their code, and the demo has the frames that are compared with one another.
check/scenes/driving/%: SMALL = -n 1 --set cameras.0.width=320 --set cameras.0.height=160
check/templates/%: SMALL = -n 200
$(addprefix check/,$(filter-out $(WITH_TWINS) $(CHECKED_ELSEWHERE),$(filter scenes/%,$(RECIPES)))): TWINS = --no-twins
check/%:
	@echo $*
	@rm -rf .build/recipes/$*
	@$(DIORAMA) generate $* $(SMALL) --workers 1 --check all $(TWINS) --progress none -o .build/recipes/$*
	@rm -rf .build/recipes/$*

# All formats of one small dataset, each complete on its own; floor plans and rooms with boxes that stand still, which need
# a home; a walk through a home for those that follow a camera in rooms; the worlds of two samples as scenes; texts of
# three kinds.
conformance-data: build
	rm -rf $(CONFORMANCE_DATA)
	formats=$$($(DIORAMA) list formats | awk '/^[a-z]/ && $$2 != "texts:" && $$2 != "instructions:" && $$2 != "people:" && $$2 != "sound:" && $$1 != "floor_plan" && $$1 != "structured3d" { print "--format", $$1 }'); \
	$(DIORAMA) generate scenes/demo.yaml -n 6 --set cameras.0.width=480 --set cameras.0.height=270 $$formats -o $(CONFORMANCE_DATA)/demo --check all
	small="--set cameras.0.width=320 --set cameras.0.height=240"; \
	$(DIORAMA) generate scenes/indoor/floor_plan.yaml -n 4 $$small --format floor_plan -o $(CONFORMANCE_DATA)/home \
	  --check all; \
	$(DIORAMA) generate scenes/indoor/structured3d.yaml -n 5 --set cameras.0.width=512 --set cameras.0.height=256 \
	  --set cameras.1.width=320 --set cameras.1.height=180 --format structured3d --check all \
	  -o $(CONFORMANCE_DATA)/rooms; \
	$(DIORAMA) generate scenes/indoor/walk.yaml -n 3 $$small --format bop --format euroc --format scannet \
	  --format hypersim -o $(CONFORMANCE_DATA)/walk; \
	$(DIORAMA) generate scenes/tabletop.yaml -n 3 $$small -o $(CONFORMANCE_DATA)/table; \
	$(DIORAMA) generate scenes/indoor/questions.yaml -n 4 $$small $(WORD_FORMATS:%=--format %) \
	  -o $(CONFORMANCE_DATA)/words --check all; \
	for recipe in $(SOUND_RECIPES); do \
	  case $$recipe in home|overtaking) few="$$small" ;; *) few="" ;; esac; \
	  $(DIORAMA) generate scenes/audio/$$recipe.yaml -n 3 $$few $(SOUND_FORMATS:%=--format %) \
	    -o $(CONFORMANCE_DATA)/sound-$$recipe --check all; \
	done; \
	$(DIORAMA) generate Tests/Conformance/sentences.yaml -o $(CONFORMANCE_DATA)/sentences-said --check all; \
	for ending in glb obj ply usda; do \
	  $(DIORAMA) scene scenes/indoor/walk.yaml $$small -o $(CONFORMANCE_DATA)/walk-scene.$$ending; \
	  $(DIORAMA) scene scenes/tabletop.yaml $$small -o $(CONFORMANCE_DATA)/table-scene.$$ending; \
	done
	formats=$$($(DIORAMA) list formats | awk '$$2 == "texts:" { print "--format", $$1 }'); \
	$(DIORAMA) generate templates/in-car-assistant.yaml -n 1000 $$formats -o $(CONFORMANCE_DATA)/sentences --check all; \
	$(DIORAMA) generate templates/noisy-requests.yaml -n 1000 $$formats -o $(CONFORMANCE_DATA)/noise --check all
	$(DIORAMA) generate templates/identities.yaml -n 300 --format presidio --format doccano --format label-studio \
	  --format brat --format csv -o $(CONFORMANCE_DATA)/identities --check all
	formats=$$($(DIORAMA) list formats | awk '$$2 == "instructions:" { print "--format", $$1 }'); \
	$(DIORAMA) generate templates/problems.yaml -n 500 $$formats -o $(CONFORMANCE_DATA)/problems --check all; \
	$(DIORAMA) generate templates/dialogues.yaml -n 200 $$formats -o $(CONFORMANCE_DATA)/dialogues --check all; \
	$(DIORAMA) generate templates/tool-calls.yaml -n 200 $$formats -o $(CONFORMANCE_DATA)/tools --check all

# Each dataset, scene and set of texts by a reader of its own, as many at once as there are processors.
.PHONY: opened
opened: $(addprefix opened/dataset/,demo home walk rooms words $(SOUND_RECIPES:%=sound-%)) \
  $(addprefix opened/scene/,walk table) \
  $(addprefix opened/texts/,sentences noise identities problems dialogues tools) opened/sounds opened/restarts

opened/dataset/%:
	@$(CONFORMANCE_VENV)/bin/python Tests/Conformance/run.py $(CONFORMANCE_DATA)/$*

opened/scene/%:
	@$(CONFORMANCE_VENV)/bin/python Tests/Conformance/scenes.py \
	  $(CONFORMANCE_DATA)/$*-scene $(CONFORMANCE_DATA)/$*/samples/000/000000

opened/texts/%:
	@$(CONFORMANCE_VENV)/bin/python Tests/Conformance/texts.py $(CONFORMANCE_DATA)/$*

opened/sounds:
	@$(CONFORMANCE_VENV)/bin/python Tests/Conformance/listeners.py \
	  $(SOUND_RECIPES:%=$(CONFORMANCE_DATA)/sound-%) --words $(CONFORMANCE_DATA)/sentences-said

opened/restarts:
	@$(CONFORMANCE_VENV)/bin/python Tests/Conformance/restarts.py $(DIORAMA) $(CONFORMANCE_DATA)/restarts

# Networks of every kind as files, for ASAM's own checker.
conformance-roads: build $(ROADS_VENV)/installed
	mkdir -p $(CONFORMANCE_DATA)/roads
	for kind in $$($(DIORAMA) list networks | awk '{ print $$1 }'); do \
	  $(DIORAMA) inspect scenes/driving/roundabout.yaml --set world.road.network=$$kind --set world.road.number=1 \
	    --road $(CONFORMANCE_DATA)/roads/$$kind.xodr >/dev/null; \
	done
	$(ROADS_VENV)/bin/python Tests/Conformance/opendrive.py $(CONFORMANCE_DATA)/roads/*.xodr

# Other people's loaders, in environments of their own.
conformance-loaders: $(CONFORMANCE_VENV)/installed $(ROADS_VENV)/installed

$(CONFORMANCE_VENV)/installed: Tests/Conformance/requirements.txt Tests/Conformance/requirements-alone.txt
	python3 -m venv $(CONFORMANCE_VENV)
	$(CONFORMANCE_VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	$(CONFORMANCE_VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps -r Tests/Conformance/requirements-alone.txt
	touch $@

$(ROADS_VENV)/installed: Tests/Conformance/requirements-roads.txt
	python3 -m venv $(ROADS_VENV)
	$(ROADS_VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

deps:
	@missing=""; \
	if ! command -v dpkg-query >/dev/null; then \
	  echo "This is not Debian or Ubuntu: please install the libraries and headers of libpng, libdeflate, a CBLAS" >&2; \
	  echo "(OpenBLAS, say), libjpeg-turbo (TurboJPEG), libsndfile and flite with your package manager, then run make build." >&2; \
	  exit 1; \
	fi; \
	for package in $(APT_PACKAGES) $(EXTRA_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then echo "All system libraries are there."; exit 0; fi; \
	echo "Installing:$$missing"; \
	sudo=""; \
	if [ "$$(id -u)" -ne 0 ]; then \
	  command -v sudo >/dev/null || { echo "Not root, and no sudo: please run as root: apt-get install$$missing" >&2; exit 1; }; \
	  sudo=sudo; \
	fi; \
	$$sudo apt-get install --yes --no-install-recommends $$missing 2>/dev/null \
	  || { $$sudo apt-get update && $$sudo apt-get install --yes --no-install-recommends $$missing; }

deps-conformance:
	@$(MAKE) deps EXTRA_PACKAGES=python3-venv
	-@$(MAKE) deps EXTRA_PACKAGES=espeak-ng # without it the tests of its voices are skipped

clean:
	swift package clean
	rm -rf $(CONFORMANCE_VENV) $(CONFORMANCE_DATA) .build/recipes
