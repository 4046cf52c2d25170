export { localDay } from '../../date/local-day.ts';
