"""Making the bundled bilingual encoder from text under permissive licences: `make encoder`."""
