"""The desk, `kb edit`: a local application for editors who never see YAML. It stands on the rooms below: their models, rules and pages."""
