package io.plumbline.access.sessions;

import java.time.Instant;

/**
 * A running session.
 *
 * @param lastActionAt the person's last own action, to about half a minute
 * @param device browser and system in plain words, such as <em>Chrome on Windows</em>
 * @param address the network address of the sign-in
 */
public record StaffSessionRow(
        StaffSessionId id, Instant startedAt, Instant lastActionAt, String device, String address) {}
