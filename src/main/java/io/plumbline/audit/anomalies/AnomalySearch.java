package io.plumbline.audit.anomalies;

import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Applies the rules to the entries of the trail that were not searched yet, batch by batch in the order of the chain. A
 * batch, its findings, and how far the search got are one transaction, so nothing is searched twice or left out.
 */
@Component
class AnomalySearch {
    /** Few enough that the statements of a batch end well within the lease. */
    static final int BATCH = 500;

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final AccessQuery accesses;
    private final AnomalyStore store;
    private final AnomalySettings settings;
    private final ClinicService clinics;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    AnomalySearch(
            AccessQuery accesses,
            AnomalyStore store,
            AnomalySettings settings,
            ClinicService clinics,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.accesses = accesses;
        this.store = store;
        this.settings = settings;
        this.clinics = clinics;
        this.transaction = transaction;
        this.events = events;
    }

    /** Searches the next batch; returns whether there is probably more. */
    boolean next() {
        return transaction.call(() -> {
            var from = store.searchedUntil();
            var batch = accesses.after(from, BATCH);
            if (batch.rows() == 0 || !store.moveOn(from, batch.last())) {
                return false;
            }
            if (!batch.accesses().isEmpty()) {
                apply(batch.accesses());
            }
            return batch.rows() == BATCH;
        });
    }

    private void apply(List<Access> found) {
        var views = found.stream().filter(access -> !access.isBreakGlass()).toList();
        many(AnomalyRule.MANY_CHARTS, views, Access.VIEWS, AN_HOUR, settings.chartsInAnHour());
        many(
                AnomalyRule.MANY_BREAK_GLASS,
                found.stream().filter(Access::isBreakGlass).toList(),
                List.of(Access.BREAK_GLASS),
                A_DAY,
                settings.breakGlassInADay());
        if (!views.isEmpty()) {
            offHours(views);
            names(views);
        }
    }

    /** Finds times of a given length, ending with one of these accesses, with accesses to many different patients. */
    private void many(AnomalyRule rule, List<Access> found, List<String> kinds, Duration within, int many) {
        if (!settings.rules().contains(rule)) {
            return;
        }
        byPerson(found).forEach((person, own) -> {
            var first = own.stream().map(Access::at).min(Instant::compareTo).orElseThrow();
            var last = own.stream().map(Access::at).max(Instant::compareTo).orElseThrow();
            var all = accesses.of(person, kinds, first.minus(within), last);
            var inTime = new HashMap<PatientId, Integer>();
            var begin = 0;
            for (var access : all) {
                inTime.merge(access.patient(), 1, Integer::sum);
                while (all.get(begin).at().isBefore(access.at().minus(within))) {
                    inTime.computeIfPresent(all.get(begin).patient(), (patient, n) -> n == 1 ? null : n - 1);
                    begin++;
                }
                // those before were the last ones of an earlier batch
                if (inTime.size() >= many && !access.at().isBefore(first)) {
                    burst(rule, person, all.get(begin).at(), access.at(), within, inTime.size());
                }
            }
        });
    }

    private void burst(AnomalyRule rule, StaffId person, Instant from, Instant at, Duration within, int patients) {
        var latest = store.findLatest(rule, person);
        if (latest.isPresent() && !latest.get().lastAt().isBefore(at.minus(within))) {
            var known = latest.get();
            if (at.isAfter(known.lastAt()) || patients > known.accesses()) {
                store.extend(known.id(), null, later(at, known.lastAt()), Math.max(patients, known.accesses()));
            }
            return;
        }
        addOnce(rule, person, hourOf(at), null, from, at, patients);
    }

    private void offHours(List<Access> views) {
        if (!settings.rules().contains(AnomalyRule.OFF_HOURS)) {
            return;
        }
        var open = clinics.callTimes();
        var places = accesses.clinics(views.stream().map(Access::person).collect(Collectors.toSet()));
        for (var access : views) {
            if (isOffHours(places.getOrDefault(access.person(), Set.of()), open, access.at())
                    && (settings.offHoursInRelation() || !isRelated(access))) {
                addOrExtend(AnomalyRule.OFF_HOURS, access, hourOf(access.at()));
            }
        }
    }

    /** Whether every clinic of a person is closed; a clinic without hours says nothing, nor does a person without one. */
    private boolean isOffHours(Set<ClinicId> own, Map<ClinicId, CallTimes> open, Instant at) {
        var times = own.stream()
                .map(open::get)
                .filter(Objects::nonNull)
                .map(CallTimes::businessTime)
                .filter(time -> !time.hours().isEmpty())
                .toList();
        return !times.isEmpty() && times.stream().noneMatch(time -> isOpen(time, at));
    }

    private boolean isOpen(BusinessTime time, Instant at) {
        var margin = settings.offHoursMargin();
        return time.closesAfter(at).isPresent()
                || time.between(at.minus(margin), at.plus(margin)).isPositive();
    }

    private void names(List<Access> views) {
        var patients =
                accesses.patients(views.stream().map(Access::patient).distinct().toList());
        var rules = new NameRules(accesses.staff());
        for (var access : views) {
            var name = patients.get(access.patient());
            if (name == null) {
                continue;
            }
            rules.of(access.person(), name)
                    .filter(settings.rules()::contains)
                    // who treats a patient has a reason, but nobody has one for their own record
                    .filter(rule -> rule == AnomalyRule.OWN_RECORD || !isRelated(access))
                    .ifPresent(
                            rule -> addOrExtend(rule, access, access.patient().value()));
        }
    }

    private boolean isRelated(Access access) {
        return accesses.isRelated(access.person(), access.patient(), access.at());
    }

    private void addOrExtend(AnomalyRule rule, Access access, UUID about) {
        var found = store.find(rule, access.person(), about);
        if (found.isEmpty()) {
            addOnce(rule, access.person(), about, access.patient(), access.at(), access.at(), 1);
        } else {
            var known = found.get();
            store.extend(
                    known.id(),
                    access.patient().equals(known.patient()) ? known.patient() : null,
                    later(access.at(), known.lastAt()),
                    known.accesses() + 1);
        }
    }

    private void addOnce(
            AnomalyRule rule,
            StaffId person,
            UUID about,
            @Nullable PatientId patient,
            Instant from,
            Instant until,
            int count) {
        if (store.find(rule, person, about).isPresent()) {
            return;
        }
        var id = AnomalyId.next();
        store.add(id, rule, person, about, patient, from, until, count);
        events.publishEvent(new AnomalyEvent.Found(id, rule, patient));
    }

    private static Map<StaffId, List<Access>> byPerson(Collection<Access> found) {
        return found.stream().collect(Collectors.groupingBy(Access::person));
    }

    /** Names an hour as the other rules name a patient. */
    private static UUID hourOf(Instant at) {
        return new UUID(0, at.getEpochSecond() / AN_HOUR.toSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
