package io.plumbline.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/** A free time, in the time zone of the clinic. */
public record FreeTime(LocalDate on, LocalTime at) {}
