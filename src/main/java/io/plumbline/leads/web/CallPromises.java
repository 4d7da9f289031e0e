package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.Receipt;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What who asked for a consultation is told of our call, on the page and by the endpoint. */
@Component
class CallPromises {
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    CallPromises(ClinicService clinics, SystemActor system, Clock clock) {
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    /** @param call for the person's calendar; empty where it has no time yet */
    record Told(String sentences, Optional<CallPromise> call) {}

    Told of(Receipt.Accepted accepted) {
        if (accepted.mustNotWait()) {
            return new Told(
                    "A chiropractor reads your answers first. Then we call you or write to you.", Optional.empty());
        }
        var call = call(accepted);
        return new Told(
                call.map(CallPromise::sentences).orElse("We call you or write to you as soon as we can."), call);
    }

    private Optional<CallPromise> call(Receipt.Accepted accepted) {
        var touch = accepted.touch();
        var caller = accepted.caller();
        return touch == null || caller == null
                ? Optional.empty()
                : Optional.ofNullable(system.call(clinics::callTimes).get(caller.id()))
                        .map(times ->
                                CallPromise.of(touch, times, accepted.byPhone(), isNear(accepted), clock.instant()));
    }

    /** Whether the person is in the zone of the clinic that calls: they named a clinic, or all lie in one zone. */
    private boolean isNear(Receipt.Accepted accepted) {
        return accepted.namesClinic()
                || system.call(clinics::labels).values().stream()
                                .map(ClinicLabel::zone)
                                .distinct()
                                .count()
                        == 1;
    }
}
