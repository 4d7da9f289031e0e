package io.plumbline.practitioners.supervision;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;

/**
 * Who supervises a practitioner.
 *
 * @param version the version to pass to the next change
 * @param name the name of the supervisor
 * @param since when the supervisor was named
 * @param active whether the supervisor can sign in; otherwise nobody co-signs
 */
public record SupervisionDetails(long version, StaffId supervisor, String name, Instant since, boolean active) {}
