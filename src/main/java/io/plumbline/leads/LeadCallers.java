package io.plumbline.leads;

import io.plumbline.access.StaffNames;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who calls leads at the clinics of who asks. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadCallers {
    private final StaffNames names;

    LeadCallers(StaffNames names) {
        this.names = names;
    }

    /** Those whose name contains some letters, by name. */
    public List<StaffId> named(String letters) {
        var wanted = letters.toLowerCase(Locale.ROOT);
        return names.at(Caller.current().clinics(), Set.of(Role.MANAGER, Role.FRONT_DESK)).entrySet().stream()
                .filter(one -> one.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name of one of them. */
    public String name(StaffId caller) {
        return names.of(Set.of(caller)).getOrDefault(caller, "");
    }
}
