package io.plumbline.access;

import io.plumbline.shared.StaffId;
import java.util.List;

/** What {@code access} must ask about those who treat; the practitioners' room answers. */
public interface KnownPractitioners {
    /** Somebody of the directory who has no account. */
    record WithoutAccount(StaffId staff, String name) {}

    /** Who works here by the directory and cannot sign in yet, by name. */
    List<WithoutAccount> withoutAccount();
}
