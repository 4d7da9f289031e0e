package io.plumbline.notes.ui;

import io.plumbline.notes.NoteService;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoteBadge {
    @Bean
    static NavBadge notesCount(NoteService notes, CosignService cosign) {
        return NavBadge.of(
                Routes.NOTES,
                "Your visits without a signed note, and notes to co-sign or to answer.",
                () -> notes.countOpen() + cosign.countForCurrentUser());
    }
}
