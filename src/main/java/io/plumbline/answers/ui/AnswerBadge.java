package io.plumbline.answers.ui;

import io.plumbline.answers.AnswerService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerBadge {
    @Bean
    static NavBadge answersCount(AnswerService answers) {
        return NavBadge.of(Routes.ANSWERS, "Practitioners' answers awaiting review.", answers::countNew);
    }
}
