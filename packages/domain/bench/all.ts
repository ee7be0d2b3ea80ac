// Both tables, whatever the first one says: the exit code is theirs together, non-zero when a figure is missed.
import './schedule'
import './forecast'
