/** A reader that never comes to an end, for the test of the time limit. */
for (;;);
