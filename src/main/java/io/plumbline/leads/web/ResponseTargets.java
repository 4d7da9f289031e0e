package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.requests.Receipt;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says when the clinic calls a person who asked for a consultation, for the page and the JSON endpoint. */
@Component
class ResponseTargets {
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    ResponseTargets(ClinicService clinics, SystemActor system, Clock clock) {
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    /** @param call for the person's calendar; empty if it has no time yet */
    record Told(String sentences, Optional<ResponseTarget> call) {}

    Told describe(Receipt.Accepted accepted) {
        if (accepted.mustNotWait()) {
            return new Told(
                    "A chiropractor reads your answers first. Then we will call you or write to you.",
                    Optional.empty());
        }
        var call = call(accepted);
        return new Told(
                call.map(ResponseTarget::sentences).orElse("We will call you or write to you as soon as we can."),
                call);
    }

    private Optional<ResponseTarget> call(Receipt.Accepted accepted) {
        var followUp = accepted.followUp();
        var caller = accepted.caller();
        return followUp == null || caller == null
                ? Optional.empty()
                : Optional.ofNullable(system.call(clinics::callTimes).get(caller.id()))
                        .map(times -> ResponseTarget.of(
                                followUp,
                                times,
                                caller.formats(),
                                accepted.byPhone(),
                                isNear(accepted),
                                clock.instant()));
    }

    /**
     * Returns whether the person is in the zone of the clinic that calls: they named a clinic, or all clinics are in
     * one zone.
     */
    private boolean isNear(Receipt.Accepted accepted) {
        return accepted.namesClinic()
                || system.call(clinics::labels).values().stream()
                                .map(ClinicLabel::zone)
                                .distinct()
                                .count()
                        == 1;
    }
}
