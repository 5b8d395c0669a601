"""A program with a crew, to be killed: ``python crew_process.py`` prints the ids of its workers and waits."""

import sys
import time

from archive_search.entities.crew import RecognitionCrew


def main() -> None:
    """Keep workers busy until this process is killed."""
    crew = RecognitionCrew(2)
    next(crew.recognise_all([[f"Le pont {number} rouvre à Marseille."] for number in range(4)]))
    sys.stdout.write(" ".join(str(worker.pid) for worker in crew._workers) + "\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main()
