package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in open leads from a CSV file: first it says what would come of it, then it is done some rows at a time. A row
 * that was taken in before, by its id or else by all of its content, is left out, so that a file can be taken in again.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_IMPORT)
public class LeadImport {
    /** So many rows are taken in by one transaction. */
    public static final int AT_ONCE = 100;

    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 10_000_000;

    private static final int ASKED_AT_ONCE = 500;

    private final Leads leads;
    private final LeadService receiver;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadImport(
            Leads leads, LeadService receiver, ClinicService clinics, ApplicationEventPublisher events, Clock clock) {
        this.leads = leads;
        this.receiver = receiver;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** The headings of the template, in order. */
    public List<String> headings() {
        return Arrays.stream(LeadImportColumn.values())
                .map(LeadImportColumn::heading)
                .toList();
    }

    /**
     * Says what taking in a file would do, and does nothing.
     *
     * @throws IllegalArgumentException if it is no file of leads, or too long, in words for who chose it
     */
    public LeadImportPlan check(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("A file has at most 10 MB: divide it");
        }
        var reader = new LeadImportReader(
                clinics.myLabels(), Caller.current().has(Role.MANAGER), clinics.phoneRegion(), clock.instant());
        reader.read(file);
        var known = known(reader.rows());
        var fresh = new ArrayList<LeadImportRow>();
        for (var row : reader.rows()) {
            if (known.add(row.operation())) {
                fresh.add(row);
            }
        }
        return new LeadImportPlan(
                List.copyOf(fresh), reader.rows().size() - fresh.size(), List.copyOf(reader.errors()));
    }

    private HashSet<UUID> known(List<LeadImportRow> rows) {
        var known = new HashSet<UUID>();
        for (int from = 0; from < rows.size(); from += ASKED_AT_ONCE) {
            known.addAll(leads.knownOf(rows.subList(from, Math.min(from + ASKED_AT_ONCE, rows.size())).stream()
                    .map(LeadImportRow::operation)
                    .toList()));
        }
        return known;
    }

    /**
     * Takes some rows in, all of them or none.
     *
     * @return how many of them became leads; the others had been taken in meanwhile
     */
    @Transactional
    public int take(List<LeadImportRow> rows) {
        var known = known(rows);
        var taken = 0;
        for (var row : rows) {
            if (known.add(row.operation())) {
                receiver.receive(row.draft(), row.operation());
                taken++;
            }
        }
        return taken;
    }

    /** Puts on record that a file was taken in, or as much of it as was before somebody stopped. */
    @Transactional
    public void finish(long taken, long before) {
        events.publishEvent(new LeadsImported(Ids.next(), taken, before));
    }
}
