package io.plumbline.practitioners;

import io.plumbline.shared.ids.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner as colleagues see them.
 *
 * @param name with title
 * @param account the name of the account under the same id; null if there is none
 * @param changedBy who last edited the practitioner; empty if nobody did
 * @param changeable whether the current user may edit the practitioner
 */
public record PractitionerDetails(
        StaffId id,
        long version,
        String name,
        PractitionerDraft draft,
        boolean active,
        @Nullable String account,
        String changedBy,
        boolean changeable) {}
