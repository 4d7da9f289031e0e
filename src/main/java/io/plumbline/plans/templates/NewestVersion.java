package io.plumbline.plans.templates;

import java.util.UUID;

/** The newest version of a template that is offered. */
record NewestVersion(UUID template, int number, TemplateContent content) {}
