/**
 * The security policy forbids making code out of text, so the schemas must not even try it. They
 * ask while they are built: this stands before every other import of an entry.
 */
import { z } from 'zod';

z.config({ jitless: true });
