"""The sync folder: workbooks through a folder that Syncthing, Nextcloud, OneDrive … or a server keeps the same."""
