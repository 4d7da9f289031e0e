package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.ClinicId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * What a screen offers for a record: {@link CurrentUser#may} knows no clinic, and a manager of one clinic may be a therapist at
 * another. For nearly everybody, whose roles hold at all their clinics, it is the same.
 */
public final class AtClinic {
    private AtClinic() {}

    /**
     * Returns whether a role of the person at the screen grants a permission at a clinic.
     *
     * @param permission one of {@link Permission}
     */
    public static boolean may(String permission, ClinicId clinic) {
        return may(permission, Set.of(clinic));
    }

    /**
     * Returns whether a role of the person at the screen grants a permission at one of some clinics. A clinical role also
     * does at clinics none of which is the person's, because there a relation alone decides.
     *
     * @param permission one of {@link Permission}
     * @param clinics those of the record, such as the clinics at which a patient is registered
     */
    public static boolean may(String permission, Collection<ClinicId> clinics) {
        if (!CurrentUser.may(permission)) {
            return false;
        }
        var user = CurrentUser.current();
        if (user.limits().areNone()) {
            return true;
        }
        var holders = PermissionTable.holdersOf(permission);
        var isClinical = holders.stream().anyMatch(role -> role.isClinical() && user.has(role));
        return !Collections.disjoint(user.clinicsAs(holders), clinics)
                || isClinical && Collections.disjoint(user.clinics(), clinics);
    }
}
