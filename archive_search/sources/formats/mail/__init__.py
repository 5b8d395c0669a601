"""Messages, mailboxes, and pages saved as messages."""
