package io.plumbline.leads.ui.list;

import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the leads of the current user's queues in any status, by name, phone number or e-mail. */
@Component
@Order(2)
class LeadFindSource implements FindSource {
    private final LeadListService leads;

    LeadFindSource(LeadListService leads) {
        this.leads = leads;
    }

    @Override
    public String heading() {
        return "Leads";
    }

    @Override
    public boolean isForCurrentUser() {
        return CurrentUser.may(Permission.LEAD_READ);
    }

    @Override
    public List<Found> find(String typed, int most) {
        return leads.list(LeadFilter.of(typed), null, most).stream()
                .map(LeadFindSource::found)
                .toList();
    }

    @Override
    public String viewedKind() {
        return "lead.opened";
    }

    @Override
    public List<Found> findViewed(Set<UUID> records) {
        return leads.visibleAmong(records.stream().map(LeadId::new).collect(Collectors.toUnmodifiableSet())).stream()
                .map(LeadFindSource::found)
                .toList();
    }

    private static Found found(LeadListRow row) {
        var reachedBy = row.phone() == null ? row.email() : new PhoneNumber(row.phone()).shown();
        var detail = reachedBy == null ? row.status().label() : row.status().label() + " · " + reachedBy;
        return new Found(row.id().value(), Icon.PHONE, row.fullName(), detail, Routes.lead(row.id()));
    }
}
