package io.plumbline.notes.share;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The share of carried text in the notes that were signed at the manager's clinics. It reads numbers that were counted
 * with the signatures, and no note, so that only a file of them is recorded.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_FOLLOW)
public class CarriedShareService {
    /** So many months are shown, with the current one. */
    static final int MONTHS = 12;

    private final CarriedShareStore shares;
    private final StaffNameQuery names;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;

    CarriedShareService(
            CarriedShareStore shares, StaffNameQuery names, ClinicService clinics, ApplicationEventPublisher events) {
        this.shares = shares;
        this.names = names;
        this.clinics = clinics;
        this.events = events;
    }

    /** Returns what {@link #findLastYear} returns for a file, and records that in the audit trail, each time. */
    @Transactional
    public List<CarriedShare> export() {
        var months = findLastYear();
        events.publishEvent(new Exported(Ids.next(), months.size()));
        return months;
    }

    /** Returns the last twelve months by author and month; months in which an author signed nothing are left out. */
    public List<CarriedShare> findLastYear() {
        var from = clinics.ownToday().withDayOfMonth(1).minusMonths(MONTHS - 1L);
        var months = shares.sums(CurrentUser.current().clinics(), from);
        if (months.isEmpty()) {
            return List.of();
        }
        var authors = names.findNames(
                months.stream().map(CarriedShareStore.Month::author).collect(Collectors.toSet()));
        return months.stream()
                .map(month -> new CarriedShare(
                        month.author(),
                        authors.getOrDefault(month.author(), ""),
                        month.first(),
                        month.notes(),
                        month.carriedNotes(),
                        month.chars(),
                        month.carried(),
                        month.template()))
                .sorted(Comparator.comparing(CarriedShare::name)
                        .thenComparing(share -> share.author().value())
                        .thenComparing(CarriedShare::month))
                .toList();
    }

    /**
     * The shares were exported to a file.
     *
     * @param subject the id of this export
     */
    @StoredKind("note.carried-text-exported")
    private record Exported(UUID subject, int rows) implements Recorded {
        @Override
        public String detail() {
            return rows + (rows == 1 ? " row" : " rows");
        }
    }
}
