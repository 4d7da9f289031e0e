package io.plumbline.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/** A time that is free, in the clinic's zone. */
public record FreeTime(LocalDate on, LocalTime at) {}
