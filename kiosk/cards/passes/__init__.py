"""Cards for the wallets of telephones."""
