"""Pictures of every pane and dialog, in both languages, light and dark: `python -m tests.shots`.

Each picture is a function in a module of this folder:

    @shot("people-one")
    def people_one(stage: Stage) -> QWidget:
        pane = stage.pane("people")
        ...
        return stage.window

It is called four times and returns the widget to take; `stage.settle()` waits until nothing is on its way.
"""
