package io.plumbline.leads.list;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff who call leads at the current user's clinics. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadCallerService {
    private final StaffNameQuery names;

    LeadCallerService(StaffNameQuery names) {
        this.names = names;
    }

    /** Returns those whose name contains these letters, by name. */
    public List<StaffId> named(String messages) {
        var wanted = messages.toLowerCase(Locale.ROOT);
        return names
                .findNamesAt(CurrentUser.current().clinics(), Set.of(Role.MANAGER, Role.FRONT_DESK))
                .entrySet()
                .stream()
                .filter(one -> one.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the name of a staff member; empty if there is none. */
    public String name(StaffId caller) {
        return names.findNames(Set.of(caller)).getOrDefault(caller, "");
    }
}
