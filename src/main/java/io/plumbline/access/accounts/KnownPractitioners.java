package io.plumbline.access.accounts;

import io.plumbline.shared.ids.StaffId;
import java.util.List;

/** What {@code access} needs to know about practitioners; implemented by the practitioners module. */
public interface KnownPractitioners {
    /** A practitioner in the directory who has no account. */
    record WithoutAccount(StaffId staff, String name) {}

    /** Returns the active practitioners in the directory who cannot sign in yet, ordered by name. */
    List<WithoutAccount> withoutAccount();
}
