package io.plumbline.schedule;

/**
 * What can be booked at a clinic, and how long it takes there.
 *
 * @param name as the clinic calls it
 * @param minutes a multiple of five
 * @param bufferMinutes kept free after it, a multiple of five
 * @param needsRoom whether a room is booked with it
 */
public record Offer(AppointmentType type, String name, int minutes, int bufferMinutes, boolean needsRoom) {}
