package io.plumbline.leads.imports;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports open leads from a CSV file: a check shows the result first, then the rows are imported in batches. A row that
 * was imported before, identified by its id or otherwise by its whole content, is skipped, so that a file can be
 * imported again.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_IMPORT)
public class LeadImportService {
    /** The number of rows in one transaction. */
    public static final int AT_ONCE = 100;

    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 10_000_000;

    private static final int ASKED_AT_ONCE = 500;

    private final LeadService receiver;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadImportService(LeadService receiver, ClinicService clinics, ApplicationEventPublisher events, Clock clock) {
        this.receiver = receiver;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the headings of the template, in order. */
    public List<String> headings() {
        return LeadImportReader.headings();
    }

    /**
     * Returns what an import of this file would do, without changing anything.
     *
     * @throws Refused if it is not a file of leads, or too large, with a message for the user
     */
    public LeadImportPlan check(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refused("A file can have at most 10 MB. Split it");
        }
        var reader = new LeadImportReader(
                clinics.myLabels(), CurrentUser.current().has(Role.MANAGER), clinics.phoneRegion(), clock.instant());
        reader.read(file);
        var known = known(reader.rows());
        var fresh = new ArrayList<LeadImportPlan.Row>();
        for (var row : reader.rows()) {
            if (known.add(row.operation())) {
                fresh.add(row);
            }
        }
        return new LeadImportPlan(
                Ids.next(), List.copyOf(fresh), reader.rows().size() - fresh.size(), List.copyOf(reader.errors()));
    }

    private HashSet<OperationId> known(List<LeadImportPlan.Row> rows) {
        var known = new HashSet<OperationId>();
        for (int from = 0; from < rows.size(); from += ASKED_AT_ONCE) {
            known.addAll(receiver.findReceived(rows.subList(from, Math.min(from + ASKED_AT_ONCE, rows.size())).stream()
                    .map(LeadImportPlan.Row::operation)
                    .toList()));
        }
        return known;
    }

    /**
     * Imports the next {@value #AT_ONCE} rows of a plan, all of them or none, and records them in the audit trail.
     *
     * @param from the first of them, from 0
     * @return the number of new leads; the other rows had been imported in the meantime
     */
    @Transactional
    public int take(LeadImportPlan plan, int from) {
        var rows =
                plan.rows().subList(from, Math.min(from + AT_ONCE, plan.rows().size()));
        var known = known(rows);
        var taken = 0;
        for (var row : rows) {
            if (known.add(row.operation())) {
                receiver.receive(row.draft(), row.operation());
                taken++;
            }
        }
        var before = rows.size() - taken + (from == 0 ? plan.before() : 0);
        events.publishEvent(new LeadAccessEvent.Imported(plan.file(), taken, before));
        return taken;
    }
}
