package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.ui.Places;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** <em>Book your free consultation</em>: what comes in here is a lead, received by the portal itself. */
@Controller
class BookingPage {
    private final LeadService leads;
    private final ClinicService clinics;
    private final SystemActor system;
    private final Clock clock;

    BookingPage(LeadService leads, ClinicService clinics, SystemActor system, Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.system = system;
        this.clock = clock;
    }

    @GetMapping("/" + Places.BOOK)
    String form(Model model) {
        var empty = new LinkedMultiValueMap<String, String>();
        empty.add(BookingForm.OPERATION, Ids.next().toString());
        return page(model, new BookingForm(empty));
    }

    @PostMapping("/" + Places.BOOK)
    String send(@RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = new BookingForm(typed);
        var byCode = clinics().stream().collect(Collectors.toMap(ClinicLabel::code, ClinicLabel::id));
        var draft = form.read(byCode, system.call(clinics::phoneRegion), clock.instant());
        if (draft == null) {
            return page(model, form);
        }
        var operation = form.operation();
        try {
            system.call(() -> leads.receive(draft, operation));
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            // the other one of the two was kept: to ask again finds it
            system.call(() -> leads.receive(draft, operation));
        }
        return "booked";
    }

    private String page(Model model, BookingForm form) {
        model.addAttribute("form", form);
        model.addAttribute("clinics", clinics());
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("dayParts", DayPart.values());
        return "book";
    }

    private Collection<ClinicLabel> clinics() {
        return system.call(clinics::labels).values();
    }
}
